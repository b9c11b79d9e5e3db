package cn.dangqun.kiosk.guide;

import cn.dangqun.domain.queue.Audience;
import cn.dangqun.kiosk.guide.GuideState.Browsing;
import cn.dangqun.kiosk.guide.GuideState.Finding;
import cn.dangqun.kiosk.guide.GuideState.One;
import cn.dangqun.kiosk.place.Ways;
import cn.dangqun.kiosk.queue.QrView;
import cn.dangqun.kiosk.queue.QueueWords;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.KeyPad;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/// 办事指南: services by whom they are for or by letters, and what one of them needs, with a code that takes it along.
final class GuideScreen extends StackPane {
    private static final int COLUMNS = 9;
    private static final int BROWSED_PORTRAIT = 5;
    private static final int BROWSED_LANDSCAPE = 4;
    private static final int FOUND_PORTRAIT = 3;
    private static final int FOUND_LANDSCAPE = 4;

    private final GuideViewModel model;
    private final Look look;
    private final Texts texts;
    private final Ways ways;
    private final KeyPad pad;

    GuideScreen(GuideViewModel model, Look look, Ways ways) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.ways = ways;
        // the same keys while somebody types, so that no press is lost
        this.pad = KeyPad.letters(texts, COLUMNS, model::type, model::erase);
        setId("guide");
        Theme.addSheet(this, GuideFeature.class, "guide.css");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(GuideState state) {
        getChildren()
                .setAll(
                        switch (state) {
                            case GuideState.Loading _ ->
                                page(new Notice(Glyph.HOURGLASS, texts.get("guide.loading"), ""))
                                        .foot(home());
                            case GuideState.Empty _ ->
                                page(new Notice(
                                                Glyph.INFORMATION,
                                                texts.get("guide.empty"),
                                                texts.get("guide.empty.next")))
                                        .foot(home());
                            case Browsing browsing -> browsing(browsing);
                            case Finding finding -> finding(finding);
                            case One one -> one(one);
                        });
    }

    private Page page(Node body) {
        return new Page(look, texts.get("guide.title"), texts.get("guide.subtitle")).body(body);
    }

    private ActionButton home() {
        var button = new ActionButton(texts.get("ui.home"), ways::home);
        button.setId("home");
        return button;
    }

    private ActionButton button(String id, String key, Runnable action, String style) {
        var button = new ActionButton(texts.get(key), action, style);
        button.setId(id);
        return button;
    }

    private Node browsing(Browsing now) {
        var audiences = new TilePane();
        audiences.getStyleClass().add("gap-16");
        audiences.setPrefColumns(look.isPortrait() ? 3 : 6);
        audiences.getChildren().add(audience(Optional.empty(), now));
        for (var each : Audience.values()) {
            audiences.getChildren().add(audience(Optional.of(each), now));
        }
        var list = new PagedList<>(
                texts, now.shown(), look.isPortrait() ? BROWSED_PORTRAIT : BROWSED_LANDSCAPE, this::row);
        Node below = now.shown().isEmpty() ? Labels.of(texts.get("guide.none"), "type-32", "quiet") : list;
        var body = new VBox(audiences, below);
        body.setAlignment(Pos.BOTTOM_LEFT);
        body.getStyleClass().add("gap-24");
        var page = page(body);
        list.takeTurner().ifPresent(page::beside);
        return page.foot(button("guide-find", "guide.find", model::find, "outline"), home());
    }

    private Node audience(Optional<Audience> which, Browsing now) {
        boolean chosen = which.equals(now.audience());
        var button = new ActionButton(
                which.map(GuideWords.of(texts)).orElseGet(() -> texts.get("guide.everybody")),
                () -> model.choose(which),
                chosen ? "primary" : "outline",
                "guide-audience");
        button.setId("guide-" + which.map(Enum::name).orElse("ALL"));
        return button;
    }

    private Node row(GuideEntry entry) {
        var service = entry.service();
        var words = new VBox(
                Labels.of(service.name(), "type-32", "bold", "ink"),
                Labels.of(
                        texts.get(
                                service.materials().isEmpty() ? "guide.row.none" : "guide.row",
                                QueueWords.category(service.category(), texts),
                                service.materials().size()),
                        "type-24",
                        "quiet"));
        words.setAlignment(Pos.CENTER_LEFT);
        var button = new FaceButton(words, service.name(), () -> model.show(entry), "row", "service");
        button.setId("guide-entry-" + service.id());
        return button;
    }

    private Node finding(Finding now) {
        var typed = now.letters().isEmpty() ? texts.get("guide.letters.none") : now.letters();
        var head = new VBox(
                Labels.of(texts.get("guide.letters"), "type-24", "quiet"),
                Labels.fixed(typed, "type-44", "bold", "ink"));
        var list = new PagedList<>(texts, now.found(), look.isPortrait() ? FOUND_PORTRAIT : FOUND_LANDSCAPE, this::row);
        Node names = now.found().isEmpty() ? Labels.of(texts.get("guide.notFound"), "type-32", "amber") : list;
        Pane body;
        if (look.isPortrait()) {
            var column = new VBox(head, names, pad);
            column.setAlignment(Pos.BOTTOM_LEFT);
            body = column;
        } else {
            var left = new VBox(head, pad);
            left.getStyleClass().add("gap-24");
            HBox.setHgrow(names, Priority.ALWAYS);
            body = new HBox(left, names);
        }
        body.getStyleClass().add("gap-40");
        var page = page(body);
        page.beside(list.takeSteadyTurner());
        return page.foot(
                button("guide-browse", "guide.browse", () -> model.choose(Optional.empty()), "outline"), home());
    }

    /// However much there is to bring and to do: by the page, so that nothing is cut.
    private Node one(One one) {
        var entry = one.entry();
        var service = entry.service();
        var told = new GuideLines(texts, GuideWords.of(texts));
        var list = new PagedList<>(
                texts,
                told.pages(service, look.isPortrait() ? GuideLines.Space.PORTRAIT : GuideLines.Space.LANDSCAPE),
                1,
                GuideScreen::lines);
        var words = new VBox(Labels.of(service.name(), "type-64", "bold", "ink"), list);
        words.getStyleClass().add("gap-16");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var code = new VBox(
                QrView.of(told.code(service), look.isPortrait() ? 15 : 16),
                Labels.centred(texts.get("guide.code"), "type-24", "quiet"));
        said(one.paper()).ifPresent(became -> code.getChildren().add(Labels.centred(became, "type-24", "bold", "ink")));
        code.setAlignment(Pos.TOP_CENTER);
        code.getStyleClass().add("gap-16");
        Pane body = look.isPortrait() ? new VBox(words, code) : new HBox(words, code);
        body.getStyleClass().addAll("sheet", "gap-40");
        var buttons = new ArrayList<ActionButton>();
        buttons.add(button("guide-back", "guide.back", model::back, "outline"));
        if (entry.givesNumbers()) {
            buttons.add(button("guide-take", "guide.take", () -> ways.go(Ways.NUMBERS), "outline"));
        }
        if (one.paper() == GuideState.Paper.NOT_ASKED) {
            buttons.add(button("guide-print", "guide.print", model::print, "outline"));
        }
        buttons.add(home());
        var page = page(body);
        list.takeTurner().ifPresent(page::beside);
        return page.foot(buttons.toArray(ActionButton[]::new));
    }

    private Optional<String> said(GuideState.Paper paper) {
        return switch (paper) {
            case NOT_ASKED -> Optional.empty();
            case UNDER_WAY -> Optional.of(texts.get("guide.printing"));
            case PRINTED -> Optional.of(texts.get("guide.printed"));
            case NONE -> Optional.of(texts.get("guide.unprinted"));
        };
    }

    private static Node lines(List<String> lines) {
        var column = new VBox();
        column.getStyleClass().add("gap-16");
        lines.forEach(line -> column.getChildren().add(Labels.of(line, "type-32", "ink")));
        return column;
    }
}
