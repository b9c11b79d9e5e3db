package cn.dangqun.kiosk.request;

import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.request.ReceiptNumber;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.kiosk.queue.QueueWords;
import cn.dangqun.kiosk.request.FilingState.Asking;
import cn.dangqun.kiosk.request.FilingState.Phone;
import cn.dangqun.kiosk.request.FilingState.Remark;
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
import cn.dangqun.kiosk.ui.Theme;
import cn.dangqun.kiosk.ui.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 诉求: what for, about what, a telephone number on our own keys, and the receipt; or a number, and how it stands.
final class RequestScreen extends StackPane {
    private static final int ROWS_PORTRAIT = 8;
    private static final int ROWS_LANDSCAPE = 4;

    private final RequestViewModel model;
    private final Look look;
    private final Texts texts;
    private final Runnable home;
    private final RequestPages pages;
    private final KeyPad pad;

    RequestScreen(RequestViewModel model, Look look, Runnable home) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.home = home;
        this.pages = new RequestPages(model, look, this::page, this::home);
        // the same keys while somebody types, so that no press is lost
        this.pad = KeyPad.digits(texts, model::type, model::erase, model::confirm);
        setId("request");
        Theme.addSheet(this, RequestFeature.class, "request.css");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(FilingState state) {
        getChildren()
                .setAll(
                        switch (state) {
                            case FilingState.Choosing() -> choosing();
                            case FilingState.Services services -> services(services);
                            case Phone phone -> phone(phone);
                            case FilingState.Confirming confirming -> pages.confirming(confirming);
                            case FilingState.Working() ->
                                page(new Notice(
                                                Glyph.HOURGLASS,
                                                texts.get("request.working"),
                                                texts.get("request.working.next")))
                                        .foot(home());
                            case FilingState.Filed filed -> pages.filed(filed);
                            case FilingState.Sorry(var why) -> pages.sorry(why);
                            case Asking number -> number(number);
                            case FilingState.Standing standing -> pages.standing(standing);
                        });
    }

    private Page page(Node body) {
        return new Page(look, texts.get("request.title"), texts.get("request.subtitle")).body(body);
    }

    private ActionButton home() {
        var button = new ActionButton(texts.get("ui.home"), home);
        button.setId("home");
        return button;
    }

    private ActionButton back() {
        var button = new ActionButton(texts.get("request.back"), model::back, "outline");
        button.setId("request-back");
        return button;
    }

    private Node choosing() {
        var opinion =
                door("request-opinion", Glyph.BELL, "request.open.opinion", () -> model.choose(RequestKind.OPINION));
        var agency =
                door("request-agency", Glyph.PEOPLE, "request.open.agency", () -> model.choose(RequestKind.AGENCY));
        var consulting = door(
                "request-consulting",
                Glyph.QUESTION,
                "request.open.consulting",
                () -> model.choose(RequestKind.CONSULTING));
        var status = door("request-status", Glyph.CODE, "request.open.status", model::askNumber);
        Pane body = look.isPortrait()
                ? new VBox(opinion, agency, consulting, status)
                : inTwos(List.of(opinion, agency, consulting, status));
        if (body instanceof VBox column) {
            column.setAlignment(Pos.BOTTOM_LEFT);
        }
        body.getStyleClass().add("gap-24");
        return page(body).foot(home());
    }

    private static GridPane inTwos(List<FaceButton> doors) {
        var grid = new GridPane();
        for (int i = 0; i < 2; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(50);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < doors.size(); i++) {
            grid.add(doors.get(i), i % 2, i / 2);
        }
        return grid;
    }

    private FaceButton door(String id, Glyph glyph, String key, Runnable action) {
        var words = new VBox(
                Labels.of(texts.get(key), "type-44", "bold", "ink"),
                Labels.of(texts.get(key + ".means"), "type-32", "quiet"));
        words.getStyleClass().add("gap-8");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        var face = new HBox(new Icon(glyph, 3, "glyph-red"), words);
        face.getStyleClass().add("gap-24");
        face.setAlignment(Pos.CENTER_LEFT);
        var button = new FaceButton(face, texts.get(key), action, "row", "request-door");
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private Node services(FilingState.Services now) {
        var choices = new ArrayList<Optional<ServiceItem>>();
        choices.add(Optional.empty());
        now.services().forEach(each -> choices.add(Optional.of(each)));
        var rows = new ArrayList<List<Optional<ServiceItem>>>();
        for (int i = 0; i < choices.size(); i += 2) {
            rows.add(choices.subList(i, Math.min(i + 2, choices.size())));
        }
        var list = new PagedList<>(texts, rows, look.isPortrait() ? ROWS_PORTRAIT : ROWS_LANDSCAPE, this::row);
        var body = new VBox(Labels.of(texts.get("request.about.ask"), "type-44", "bold", "ink"), list);
        body.setAlignment(Pos.BOTTOM_LEFT);
        body.getStyleClass().add("gap-24");
        var page = page(body);
        list.takeTurner().ifPresent(page::beside);
        return page.foot(back(), home());
    }

    private Node row(List<Optional<ServiceItem>> services) {
        var row = inTwos(services.stream().map(this::service).toList());
        row.getStyleClass().add("gap-16");
        return row;
    }

    private FaceButton service(Optional<ServiceItem> service) {
        var name = service.map(ServiceItem::name).orElseGet(() -> texts.get("request.about.none"));
        var below = service.map(each -> QueueWords.category(each.category(), texts))
                .orElseGet(() -> texts.get("request.about.none.means"));
        var words = new VBox(Labels.of(name, "type-32", "bold", "ink"), Labels.of(below, "type-20", "quiet"));
        words.setAlignment(Pos.CENTER_LEFT);
        var button = new FaceButton(words, name, () -> model.about(service), "row", "request-service");
        button.setId("request-service-" + service.map(each -> each.id().value()).orElse("none"));
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private Node phone(Phone now) {
        boolean mayBeLeft = now.kind() == RequestKind.OPINION;
        var typed = PhoneNumber.grouped(now.typed());
        var said = now.wrong()
                ? new Chip(Tone.ATTENTION, Glyph.EXCLAMATION, texts.get("request.phone.wrong"), "type-24", "bold")
                : Labels.of(texts.get(mayBeLeft ? "request.phone.may" : "request.phone.must"), "type-24", "quiet");
        var page = page(typing(texts.get("request.phone.ask"), typed, said));
        return mayBeLeft ? page.foot(anonymous(), back(), home()) : page.foot(back(), home());
    }

    private ActionButton anonymous() {
        var button = new ActionButton(texts.get("request.phone.none"), model::stayAnonymous, "outline");
        button.setId("request-anonymous");
        return button;
    }

    /// What is asked and typed above or beside the keys, which stay where they are.
    private Pane typing(String asked, String typed, Node said) {
        var digits = typed.isEmpty()
                ? Labels.fixed(texts.get("request.typed.none"), "type-44", "quiet")
                : Labels.fixed(typed, "type-64", "bold", "ink");
        digits.setId("request-typed");
        var shown = new VBox(digits);
        shown.getStyleClass().add("request-typed");
        shown.setAlignment(Pos.CENTER_LEFT);
        var remark = new VBox(said);
        remark.getStyleClass().add("request-remark");
        var head = new VBox(Labels.of(asked, "type-44", "bold", "ink"), shown, remark);
        head.getStyleClass().addAll("sheet", "gap-16");
        head.setMinWidth(0);
        HBox.setHgrow(head, Priority.ALWAYS);
        Pane body = look.isPortrait() ? new VBox(head, space(), pad) : new HBox(head, pad);
        if (body instanceof VBox column) {
            column.setAlignment(Pos.BOTTOM_CENTER);
        }
        body.getStyleClass().add("gap-40");
        return body;
    }

    private static Region space() {
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        return space;
    }

    private Node number(Asking now) {
        return page(typing(texts.get("request.number.ask"), ReceiptNumber.grouped(now.typed()), remark(now.said())))
                .foot(back(), home());
    }

    private Node remark(Remark said) {
        return switch (said) {
            case Remark.None() -> Labels.of(texts.get("request.number.hint"), "type-24", "quiet");
            case Remark.Wrong() ->
                new Chip(Tone.ATTENTION, Glyph.EXCLAMATION, texts.get("request.number.wrong"), "type-24", "bold");
            case Remark.Paused(var until) ->
                new Chip(
                        Tone.ATTENTION,
                        Glyph.CLOCK,
                        texts.get("request.number.paused", texts.time(until, look.zone())),
                        "type-24",
                        "bold");
            case Remark.Unknown(var contact) -> {
                var words = new VBox(
                        Labels.of(texts.get("request.number.unknown"), "type-32", "bold", "amber"),
                        Labels.of(
                                contact.map(at -> texts.get(
                                                "request.number.heard",
                                                texts.date(at, look.zone()),
                                                texts.time(at, look.zone())))
                                        .orElseGet(() -> texts.get("request.number.unheard")),
                                "type-24",
                                "quiet"));
                words.getStyleClass().add("gap-8");
                yield words;
            }
        };
    }
}
