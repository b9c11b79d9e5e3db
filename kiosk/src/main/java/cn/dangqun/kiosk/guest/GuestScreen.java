package cn.dangqun.kiosk.guest;

import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.kiosk.guest.GuestSheet.Guest;
import cn.dangqun.kiosk.guest.GuestSheet.Known;
import cn.dangqun.kiosk.guest.GuestState.Finding;
import cn.dangqun.kiosk.guest.GuestState.Listed;
import cn.dangqun.kiosk.guest.GuestState.Said;
import cn.dangqun.kiosk.guest.GuestState.Whom;
import cn.dangqun.kiosk.guest.GuestState.Why;
import cn.dangqun.kiosk.guest.GuestState.Writing;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.KeyPad;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.SignaturePad;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 来宾登记: who is here, a name to be found, two fields to write in, and the reason.
final class GuestScreen extends StackPane {
    private static final List<GuestKind> KINDS = List.of(GuestKind.REPORTED_IN, GuestKind.FLOATING, GuestKind.OBSERVER);
    private static final int GUESTS_A_PAGE = 5;
    private static final int NAMES_A_PAGE = 4;
    private static final int COLUMNS = 9;

    private final GuestViewModel model;
    private final Look look;
    private final Texts texts;
    private final Runnable leave;
    private final Runnable touched;
    private final KeyPad pad;

    /// `touched` runs while somebody writes, who takes their time.
    GuestScreen(GuestViewModel model, Look look, Runnable leave, Runnable touched) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.leave = leave;
        this.touched = touched;
        // the same keys while somebody types, so that no press is lost
        this.pad = KeyPad.letters(texts, COLUMNS, model::type, model::erase);
        Theme.addSheet(this, GuestFeature.class, "guest.css");
        setId("guest");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(GuestState state) {
        setDisable(false);
        switch (state) {
            case GuestState.Shut _ -> getChildren().clear();
            case GuestState.Reading _ -> reading();
            case GuestState.Unreadable _ ->
                show(
                        page(
                                "",
                                new Notice(
                                        Glyph.EXCLAMATION,
                                        texts.get("guest.unreadable"),
                                        texts.get("guest.unreadable.next"))),
                        leaving());
            case Listed listed -> listed(listed);
            case Finding finding -> finding(finding);
            case Writing writing -> writing(writing);
            case Why why -> why(why);
        }
    }

    private void reading() {
        if (getChildren().isEmpty()) {
            show(page("", new Notice(Glyph.HOURGLASS, texts.get("guest.reading"), "")), leaving());
        }
        setDisable(true);
    }

    private void listed(Listed now) {
        var sheet = now.sheet();
        var parts = new ArrayList<Node>();
        said(now.said()).ifPresent(parts::add);
        if (!sheet.isOpen()) {
            parts.add(Labels.of(texts.get("guest.notOpen"), "type-32", "amber"));
        }
        var buttons = new ArrayList<ActionButton>();
        if (sheet.isOpen()) {
            KINDS.forEach(
                    kind -> buttons.add(button("guest-" + kind, begin(kind), () -> model.begin(kind), "outline")));
        }
        buttons.add(leaving());
        var list = new PagedList<>(
                texts, sheet.here(), look.isPortrait() ? GUESTS_A_PAGE : GUESTS_A_PAGE - 1, this::guest);
        parts.add(sheet.here().isEmpty() ? Labels.of(texts.get("guest.nobody"), "type-32", "quiet") : list);
        var page = page(sheet.activity().title(), low(parts));
        list.takeTurner().ifPresent(page::beside);
        show(page, buttons.toArray(ActionButton[]::new));
    }

    private Optional<Node> said(Said said) {
        var words = switch (said) {
            case NOTHING -> "";
            case ADMITTED -> texts.get("guest.said.admitted");
            case REGISTERED -> texts.get("guest.said.registered");
            case WITHDRAWN -> texts.get("guest.said.withdrawn");
            case OVERTAKEN -> texts.get("guest.said.overtaken");
            case NOT_SAVED -> texts.get("guest.said.notSaved");
        };
        boolean good = said == Said.ADMITTED || said == Said.REGISTERED || said == Said.WITHDRAWN;
        return said == Said.NOTHING
                ? Optional.empty()
                : Optional.of(Labels.of(words, "type-32", "bold", good ? "green" : "amber"));
    }

    /// Touched, it can be taken back.
    private Node guest(Guest guest) {
        var row = line(guest);
        if (!guest.mayBeWithdrawn()) {
            row.getStyleClass().add("guest-quiet");
            return row;
        }
        return new FaceButton(row, words(guest), () -> model.withdraw(guest), "choice");
    }

    private String words(Guest guest) {
        return texts.get(
                "guest.line",
                guest.kind().map(this::kind).orElseGet(() -> texts.get("guest.observer")),
                texts.time(guest.at(), look.zone()),
                guest.name());
    }

    private HBox line(Guest guest) {
        var row = new HBox(Labels.of(words(guest), "type-24", "ink"));
        guest.ink()
                .ifPresent(ink -> Stream.of(ink.name(), ink.belongs())
                        .flatMap(Optional::stream)
                        .map(InkView::of)
                        .forEach(row.getChildren()::add));
        row.getStyleClass().add("gap-24");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /// Short, so that four buttons stand beside each other.
    private String begin(GuestKind kind) {
        return kind == GuestKind.REPORTED_IN ? texts.get("guest.begin.reportedIn") : kind(kind);
    }

    private void finding(Finding now) {
        var typed = now.letters().isEmpty() ? texts.get("card.letters.none") : now.letters();
        var head = new VBox(
                Labels.of(texts.get("guest.find"), "type-24", "quiet"), Labels.fixed(typed, "type-44", "bold", "ink"));
        var list = new PagedList<>(texts, now.found(), NAMES_A_PAGE, this::known);
        Node names = now.found().isEmpty() ? Labels.of(texts.get("guest.notFound"), "type-32", "amber") : list;
        var page = page(
                kind(now.kind()),
                look.isPortrait() ? low(List.of(head, names, pad)) : beside(new VBox(head, pad), names));
        if (look.isPortrait()) {
            page.beside(list.takeSteadyTurner());
        }
        show(
                page,
                button("guest-write", texts.get("guest.write"), model::write, "outline"),
                stepBack("guest.stepBack"));
    }

    private Node known(Known known) {
        var button = new ActionButton(
                texts.get("guest.known", known.name(), known.organization()), () -> model.choose(known), "outline");
        button.setId("guest-known-" + known.member().value());
        button.setWrapText(true);
        return button;
    }

    private void writing(Writing now) {
        var name = new SignaturePad(texts.get("guest.hand.name"), touched);
        var belongs = new SignaturePad(texts.get("guest.hand.belongs"), touched);
        name.setId("guest-hand-name");
        belongs.setId("guest-hand-belongs");
        name.getStyleClass().add("guest-pad");
        belongs.getStyleClass().add("guest-pad");
        var done = button(
                "guest-written",
                texts.get("guest.written"),
                () -> model.written(name.signature(), belongs.signature()),
                "primary");
        done.disableProperty().bind(name.written().not().or(belongs.written().not()));
        var again = button(
                "guest-again",
                texts.get("guest.again"),
                () -> {
                    name.clear();
                    belongs.clear();
                },
                "outline");
        var ask = Labels.of(texts.get("guest.hand"), "type-32", "ink");
        Pane pads = look.isPortrait() ? new VBox(name, belongs) : new HBox(name, belongs);
        pads.getStyleClass().add("gap-24");
        show(page(kind(now.kind()), low(List.of(ask, pads))), stepBack("guest.stepBack"), again, done);
    }

    private void why(Why now) {
        var ask = switch (now.whom()) {
            case Whom.Listed(var known) -> texts.get("guest.why.listed", known.name());
            case Whom.Unlisted unlisted -> texts.get("guest.why.unlisted", kind(unlisted.kind()));
            case Whom.Mistaken _ -> texts.get("guest.why.mistaken");
        };
        var reasons = now.whom() instanceof Whom.Mistaken
                ? words("guest.mistake.person", "guest.mistake.kind", "guest.mistake.twice", "guest.mistake.away")
                : words("guest.reason.forgot", "guest.reason.unread", "guest.reason.none", "guest.reason.help");
        var grid = new GridPane();
        grid.getStyleClass().addAll("gap-24", "guest-answers");
        for (int i = 0; i < reasons.size(); i++) {
            var reason = reasons.get(i);
            grid.add(button("guest-answer-" + i, reason, () -> model.because(reason), "outline"), i % 2, i / 2);
        }
        var parts = new ArrayList<Node>();
        parts.add(Labels.of(ask, "type-44", "ink"));
        if (now.whom() instanceof Whom.Mistaken(var guest)) {
            var line = line(guest);
            line.setId("guest-mistaken");
            parts.add(line);
        }
        parts.add(grid);
        show(
                page(now.sheet().activity().title(), low(parts)),
                stepBack(now.whom() instanceof Whom.Mistaken ? "guest.mistake.stepBack" : "guest.stepBack"));
    }

    private ActionButton stepBack(String key) {
        return button("guest-step-back", texts.get(key), model::stepBack, "outline");
    }

    private List<String> words(String... keys) {
        return Stream.of(keys).map(key -> texts.get(key)).toList();
    }

    private String kind(GuestKind kind) {
        return switch (kind) {
            case REPORTED_IN -> texts.get("guest.kind.reportedIn");
            case FLOATING -> texts.get("guest.kind.floating");
            case OBSERVER -> texts.get("guest.kind.observer");
            case RESIDENT -> texts.get("guest.kind.resident");
        };
    }

    /// What is touched stands low in portrait.
    private Node low(List<Node> parts) {
        var column = new VBox();
        column.getStyleClass().add("gap-24");
        if (look.isPortrait()) {
            var space = new Region();
            VBox.setVgrow(space, Priority.ALWAYS);
            column.getChildren().add(space);
        }
        column.getChildren().addAll(parts);
        return column;
    }

    private static Node beside(VBox left, Node right) {
        left.getStyleClass().add("gap-24");
        HBox.setHgrow(right, Priority.ALWAYS);
        var row = new HBox(left, right);
        row.getStyleClass().add("gap-40");
        return row;
    }

    private Page page(String about, Node body) {
        return new Page(look, texts.get("guest.title"), about).body(body);
    }

    private void show(Page page, ActionButton... buttons) {
        getChildren().setAll(page.foot(buttons));
    }

    private ActionButton leaving() {
        return button("guest-back", texts.get("guest.back"), leave, "outline");
    }

    private static ActionButton button(String id, String name, Runnable action, String style) {
        var button = new ActionButton(name, action, style);
        button.setId(id);
        button.setWrapText(true);
        return button;
    }
}
