package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.staff.StaffUnlockState.Remark;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Chip;
import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.KeyPad;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Tone;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 值守入口: choose a name, type the own PIN on big keys.
final class StaffUnlockScreen extends StackPane {
    private final StaffUnlockViewModel model;
    private final Look look;
    private final Texts texts;
    private final KeyPad pad;
    private final HBox dots = new HBox();
    private final VBox remark = new VBox();
    private final Page entry;
    private final VBox who = new VBox();

    public StaffUnlockScreen(StaffUnlockViewModel model, Look look, Runnable home) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.pad = KeyPad.digits(texts, model::type, model::erase, model::confirm);
        setId("staff-unlock");
        this.entry = entry(home);
        model.state().addListener((_, _, now) -> render(now, home));
        render(model.state().get(), home);
    }

    /// One page for the whole entry: keys must not be replaced while fingers are on them.
    private Page entry(Runnable home) {
        dots.getStyleClass().addAll("gap-24", "pin-dots");
        dots.setAlignment(Pos.CENTER);
        remark.setAlignment(Pos.CENTER);
        remark.getStyleClass().add("pin-remark");
        who.setAlignment(Pos.CENTER);
        var top = new VBox(who, dots, remark);
        top.getStyleClass().add("gap-24");
        top.setAlignment(Pos.CENTER);
        Pane body = look.isPortrait() ? new VBox(top, pad) : new HBox(top, pad);
        if (body instanceof VBox column) {
            column.setAlignment(Pos.BOTTOM_CENTER);
            VBox.setVgrow(top, Priority.ALWAYS);
        } else if (body instanceof HBox row) {
            row.setAlignment(Pos.CENTER);
            HBox.setHgrow(top, Priority.ALWAYS);
        }
        body.getStyleClass().add("gap-40");
        var page = page("staff.unlock.subtitle.pin");
        return page.body(body).foot(other(), home(home));
    }

    private void render(StaffUnlockState state, Runnable home) {
        switch (state) {
            case StaffUnlockState.NobodyKnown _ ->
                show(
                        new Notice(
                                Glyph.PERSON, texts.get("staff.unlock.nobody"), texts.get("staff.unlock.nobody.next")),
                        home);
            case StaffUnlockState.Unreadable _ ->
                show(
                        new Notice(
                                Glyph.EXCLAMATION,
                                texts.get("staff.unlock.unreadable"),
                                texts.get("staff.unlock.unreadable.next")),
                        home);
            case StaffUnlockState.Choosing choosing -> choosing(choosing, home);
            case StaffUnlockState.Entering entering -> entering(entering);
            case StaffUnlockState.SettingPin setting -> setting(setting);
            case StaffUnlockState.Checking checking -> checking(checking);
            case StaffUnlockState.LockedOut locked -> locked(locked, home);
        }
    }

    private void locked(StaffUnlockState.LockedOut locked, Runnable home) {
        var until = texts.time(locked.until(), look.zone());
        var page = page("staff.unlock.subtitle");
        page.body(new Notice(
                Glyph.LOCK,
                texts.get("staff.unlock.locked", locked.person().name()),
                texts.get("staff.unlock.locked.next", until)));
        getChildren().setAll(page.foot(other(), home(home)));
    }

    private void choosing(StaffUnlockState.Choosing choosing, Runnable home) {
        var people = new PagedList<>(texts, choosing.people(), look.isPortrait() ? 6 : 4, this::person);
        people.setAlignment(Pos.BOTTOM_LEFT);
        getChildren().setAll(page("staff.unlock.subtitle").list(people).foot(home(home)));
    }

    private Page page(String subtitle) {
        return new Page(look, texts.get("staff.unlock.title"), texts.get(subtitle));
    }

    private ActionButton other() {
        var button = new ActionButton(texts.get("staff.unlock.other"), model::open, "outline").withIcon(Glyph.BACK);
        button.setId("other-person");
        return button;
    }

    private void show(Node body, Runnable home) {
        var page = page("staff.unlock.subtitle");
        getChildren().setAll(page.body(body).foot(home(home)));
    }

    private ActionButton home(Runnable home) {
        var button = new ActionButton(texts.get("ui.home"), home);
        button.setId("home");
        return button;
    }

    private Node person(StaffMember person) {
        var lines = new VBox(Labels.of(person.name(), "type-44", "bold", "ink"));
        if (!person.duty().isBlank()) {
            lines.getChildren().add(Labels.of(person.duty(), "type-24", "quiet"));
        }
        lines.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(lines, Priority.ALWAYS);
        var face = new HBox(new Icon(Glyph.PERSON, 2.4, "glyph-red"), lines, new Icon(Glyph.FORWARD, 1.5, "glyph-red"));
        face.getStyleClass().add("gap-24");
        face.setAlignment(Pos.CENTER_LEFT);
        var button = new FaceButton(face, person.name(), () -> model.choose(person), "row");
        button.setId("person-" + person.id());
        return button;
    }

    private void entering(StaffUnlockState.Entering entering) {
        pad.setDisable(false);
        who.getChildren().setAll(Labels.centred(entering.person().name(), "type-64", "bold", "ink"));
        dots(entering.digits());
        remark.getChildren().setAll(remark(entering.remark()));
        getChildren().setAll(entry);
    }

    private void setting(StaffUnlockState.SettingPin setting) {
        pad.setDisable(false);
        who.getChildren().setAll(Labels.centred(setting.person().name(), "type-64", "bold", "ink"));
        dots(setting.digits());
        remark.getChildren().setAll(remark(setting));
        getChildren().setAll(entry);
    }

    private Node remark(StaffUnlockState.SettingPin setting) {
        return switch (setting.remark()) {
            case NONE ->
                Labels.centred(texts.get(setting.again() ? "staff.pin.again" : "staff.pin.choose"), "type-32", "ink");
            case TOO_SIMPLE -> attention("staff.pin.simple");
            case DIFFERENT -> attention("staff.pin.different");
            case NOT_SAVED -> attention("staff.pin.unsaved");
        };
    }

    private Chip attention(String key) {
        return new Chip(Tone.ATTENTION, Glyph.EXCLAMATION, texts.get(key), "type-24", "bold");
    }

    private void checking(StaffUnlockState.Checking checking) {
        pad.setDisable(true);
        who.getChildren().setAll(Labels.centred(checking.person().name(), "type-64", "bold", "ink"));
        remark.getChildren().setAll(Labels.centred(texts.get("staff.unlock.checking"), "type-32", "quiet"));
        getChildren().setAll(entry);
    }

    private void dots(int digits) {
        dots.getChildren().clear();
        int places = Math.max(digits, 6);
        for (int i = 0; i < places; i++) {
            var dot = new Region();
            dot.getStyleClass().add(i < digits ? "dot-full" : "dot-empty");
            dots.getChildren().add(dot);
        }
        dots.setAccessibleText(texts.get("staff.unlock.typed", digits));
    }

    private Node remark(Remark said) {
        return switch (said) {
            case Remark.None _ -> Labels.centred(texts.get("staff.unlock.hint"), "type-24", "quiet");
            case Remark.Wrong(int left) ->
                new Chip(Tone.ATTENTION, Glyph.EXCLAMATION, texts.get("staff.unlock.wrong", left), "type-32", "bold");
            case Remark.NotSaved _ ->
                new Chip(Tone.ALARM, Glyph.EXCLAMATION, texts.get("staff.unlock.unsaved"), "type-32", "bold");
        };
    }
}
