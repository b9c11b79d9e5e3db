package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.Charge;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Theme;
import cn.dangqun.kiosk.ui.Tone;
import cn.dangqun.kiosk.ui.Verdict;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
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

/// 取号办事: the services, what one of them needs, and the number that fills the screen.
final class TakeNumberScreen extends StackPane {
    private static final int ROWS_PORTRAIT = 8;
    private static final int ROWS_LANDSCAPE = 4;

    private final TakeNumberViewModel model;
    private final Look look;
    private final Texts texts;
    private final Doors doors;

    /// To what stands behind this page, and home.
    record Doors(Runnable appointments, Runnable guide, Runnable requests, Runnable home) {}

    public TakeNumberScreen(TakeNumberViewModel model, Look look, Doors doors) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.doors = doors;
        setId("take-number");
        Theme.addSheet(this, QueueFeature.class, "queue.css");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(TakeNumberState state) {
        getChildren()
                .setAll(
                        switch (state) {
                            case TakeNumberState.Loading() -> notice(Glyph.HOURGLASS, "queue.take.loading");
                            case TakeNumberState.Working() -> notice(Glyph.HOURGLASS, "queue.take.working");
                            case TakeNumberState.NothingOffered() -> notice(Glyph.CALENDAR, "queue.take.nothing");
                            case TakeNumberState.Unreadable() -> notice(Glyph.EXCLAMATION, "queue.take.unreadable");
                            case TakeNumberState.Choosing(var today) -> choosing(today);
                            case TakeNumberState.Asking asking -> asking(asking);
                            case TakeNumberState.Given given -> given(given);
                            case TakeNumberState.Closed(var service, var opens, var reason) ->
                                sorry(Tone.ATTENTION, Glyph.CLOCK, "queue.closed", service)
                                        .sentence(reason.map(
                                                        why -> texts.get("queue.closed.because", why, moment(opens)))
                                                .orElseGet(() -> texts.get("queue.closed.opens", moment(opens))));
                            case TakeNumberState.Full(var service) ->
                                sorry(Tone.ATTENTION, Glyph.MINUS, "queue.full", service)
                                        .sentence(texts.get("queue.full.next"));
                            case TakeNumberState.NotSaved() ->
                                sorry(
                                                Tone.ATTENTION,
                                                Glyph.EXCLAMATION,
                                                "queue.unsaved",
                                                texts.get("queue.unsaved.what"))
                                        .sentence(texts.get("queue.unsaved.next"));
                            case TakeNumberState.Sealed() ->
                                sorry(Tone.ATTENTION, Glyph.LOCK, "queue.sealed", texts.get("queue.unsaved.what"))
                                        .sentence(texts.get("queue.unsaved.next"));
                        });
    }

    private Page page() {
        return new Page(look, texts.get("queue.take.title"), texts.get("queue.take.subtitle"));
    }

    private ActionButton home() {
        var button = new ActionButton(texts.get("ui.home"), doors.home());
        button.setId("home");
        return button;
    }

    private ActionButton requests() {
        var button = new ActionButton(texts.get("queue.take.requests"), doors.requests(), "outline");
        button.setId("requests-open");
        return button;
    }

    private Page notice(Glyph glyph, String key) {
        return page().body(new Notice(glyph, texts.get(key), texts.get(key + ".next")))
                .foot(requests(), home());
    }

    private Verdict sorry(Tone tone, Glyph glyph, String key, String service) {
        return new Verdict(look, tone, glyph, texts.get(key)).headline(service).actions(List.of(home()));
    }

    private String moment(LocalDateTime opens) {
        var at = opens.atZone(look.zone()).toInstant();
        return texts.get(
                "queue.closed.moment",
                texts.date(at, look.zone()),
                texts.weekday(at, look.zone()),
                texts.time(at, look.zone()));
    }

    private Node choosing(QueueToday today) {
        int columns = look.isPortrait() ? 2 : 4;
        var rows = new ArrayList<List<ServiceItem>>();
        for (int i = 0; i < today.services().size(); i += columns) {
            rows.add(today.services()
                    .subList(i, Math.min(i + columns, today.services().size())));
        }
        var list = new PagedList<>(
                texts, rows, look.isPortrait() ? ROWS_PORTRAIT : ROWS_LANDSCAPE, row -> row(row, columns, today));
        list.setAlignment(Pos.BOTTOM_LEFT);
        var about = new ActionButton(texts.get("queue.take.guide"), doors.guide(), "outline");
        about.setId("guide-open");
        var ahead = new ActionButton(texts.get("queue.take.appointments"), doors.appointments(), "outline");
        ahead.setId("appointments-open");
        return page().list(list).foot(ahead, about, requests(), home());
    }

    private Node row(List<ServiceItem> services, int columns, QueueToday today) {
        var row = new GridPane();
        row.getStyleClass().add("gap-16");
        for (int i = 0; i < columns; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            row.getColumnConstraints().add(column);
        }
        for (int i = 0; i < services.size(); i++) {
            row.add(tile(services.get(i), today), i, 0);
        }
        return row;
    }

    /// One that gives no number now looks so; pressing it says when it will.
    private Node tile(ServiceItem service, QueueToday today) {
        boolean gives = today.isOpen(service) && !today.isFull(service);
        var words = new VBox(
                Labels.of(service.name(), "type-32", "bold", gives ? "ink" : "quiet"),
                Labels.of(standing(service, today), "type-20", "quiet"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var face = new HBox(words);
        face.setAlignment(Pos.CENTER_LEFT);
        if (!gives) {
            face.getChildren().add(new Icon(Glyph.LOCK, 1.3, "glyph-slate"));
        }
        var tile = new FaceButton(
                face, service.name(), () -> model.choose(service), "row", gives ? "service" : "service-shut");
        tile.setId("service-" + service.id());
        return tile;
    }

    private String standing(ServiceItem service, QueueToday today) {
        var category = QueueWords.category(service.category(), texts);
        if (!today.isOpen(service)) {
            return texts.get("queue.standing.closed", category);
        }
        return today.isFull(service)
                ? texts.get("queue.standing.full", category)
                : texts.get("queue.standing.waiting", category, today.waiting(service.id()));
    }

    private Node asking(TakeNumberState.Asking asking) {
        var service = asking.service();
        var facts = new VBox(Labels.of(service.name(), "type-64", "bold", "ink"));
        facts.getStyleClass().addAll("sheet", "gap-16");
        for (var line : about(service, asking.waiting())) {
            facts.getChildren().add(Labels.of(line, "type-32", "ink"));
        }
        var ordinary = choice("take-ordinary", Glyph.PEOPLE, "queue.ask.ordinary", false, "primary");
        var priority = choice("take-priority", Glyph.PERSON, "queue.ask.priority", true, "outline");
        Pane choices = look.isPortrait() ? new VBox(ordinary, priority) : new HBox(ordinary, priority);
        choices.getStyleClass().add("gap-24");
        HBox.setHgrow(ordinary, Priority.ALWAYS);
        HBox.setHgrow(priority, Priority.ALWAYS);
        var rule = Labels.of(texts.get("queue.ask.rule", asking.rules().preferredInARow()), "type-24", "quiet");
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var body = new VBox(facts, space, choices, rule);
        body.getStyleClass().add("gap-24");
        var back = new ActionButton(texts.get("queue.ask.other"), model::open, "outline").withIcon(Glyph.BACK);
        back.setId("other-service");
        return page().body(body).foot(back, home());
    }

    private List<String> about(ServiceItem service, int waiting) {
        var lines = new ArrayList<String>();
        lines.add(texts.get("queue.ask.waiting", waiting));
        lines.add(
                switch (service.charge()) {
                    case Charge.Free() -> texts.get("queue.ask.free");
                    case Charge.LowCost(var price) -> texts.get("queue.ask.price", price);
                });
        if (!service.materials().isEmpty()) {
            lines.add(texts.get("queue.ask.materials", String.join("、", service.materials())));
        }
        service.limitDays().ifPresent(days -> lines.add(limit(service, days)));
        return lines;
    }

    /// What nobody of the street has promised is said to be an example.
    private String limit(ServiceItem service, int days) {
        var limit = days == 0 ? texts.get("queue.ask.atOnce") : texts.get("queue.ask.limit", days);
        return service.sample() ? texts.get("queue.ask.sample", limit) : limit;
    }

    private FaceButton choice(String id, Glyph glyph, String key, boolean priority, String style) {
        var tone = style.equals("primary") ? "white" : "ink";
        var words = new VBox(
                Labels.of(texts.get(key), "type-44", "bold", tone),
                Labels.of(texts.get(key + ".means"), "type-24", tone));
        HBox.setHgrow(words, Priority.ALWAYS);
        var face = new HBox(new Icon(glyph, 2.4, style.equals("primary") ? "glyph-white" : "glyph-red"), words);
        face.getStyleClass().add("gap-24");
        face.setAlignment(Pos.CENTER_LEFT);
        var button = new FaceButton(face, texts.get(key), () -> model.take(priority), style, "choice");
        button.setId(id);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private Node given(TakeNumberState.Given given) {
        var slip = given.slip();
        var verdict = new Verdict(look, Tone.SUCCESS, Glyph.CHECK, texts.get("queue.given")).compact();
        var number = Labels.centred(slip.ticket().number().text(), "type-clock", "bold", "ink");
        number.setId("ticket-number");
        var service = slip.ticket().priority() ? texts.get("queue.given.priority", slip.service()) : slip.service();
        verdict.add(number)
                .note(service)
                .sentence(QueueWords.ahead(slip, texts))
                .note(given.handover().map(this::paper).orElseGet(() -> texts.get("queue.given.printing")));
        if (given.handover().filter(how -> how != Handover.PRINTED).isPresent()) {
            verdict.add(new QrView(TicketQr.of(given.code()), look.isPortrait() ? 11 : 9));
            verdict.add(Labels.centred(texts.get("queue.given.code"), "type-24", "quiet"));
        }
        return verdict.actions(List.of(home()));
    }

    private String paper(Handover how) {
        return switch (how) {
            case PRINTED -> texts.get("queue.given.printed");
            case SHOWN -> texts.get("queue.given.shown");
            case UNCERTAIN -> texts.get("queue.given.uncertain");
        };
    }
}
