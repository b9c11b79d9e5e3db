package cn.dangqun.kiosk.appointment;

import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.Texts;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The days on which people are received, the times of one of them, and the question before a place is kept.
record AppointmentDays(AppointmentViewModel model, Look look) {
    private static final int DAYS_PORTRAIT = 6;
    private static final int DAYS_LANDSCAPE = 3;
    private static final int COLUMNS_PORTRAIT = 3;
    private static final int COLUMNS_LANDSCAPE = 6;
    private static final int ROWS_PORTRAIT = 6;
    private static final int ROWS_LANDSCAPE = 3;

    private Texts texts() {
        return look.texts();
    }

    private Instant instant(AppointmentOffer offer, LocalTime at) {
        return offer.day().day().atTime(at).atZone(look.zone()).toInstant();
    }

    private String day(AppointmentOffer offer) {
        var at = instant(offer, offer.day().from());
        return texts().get("appointment.day", texts().date(at, look.zone()), texts().weekday(at, look.zone()));
    }

    PagedList<AppointmentOffer> list(List<AppointmentOffer> offers) {
        var list = new PagedList<>(texts(), offers, look.isPortrait() ? DAYS_PORTRAIT : DAYS_LANDSCAPE, this::row);
        list.setAlignment(Pos.BOTTOM_LEFT);
        return list;
    }

    /// Each service once, with the first day on which there is a place.
    PagedList<List<AppointmentOffer>> services(List<AppointmentOffer> offers) {
        var each = offers.stream()
                .collect(Collectors.groupingBy(
                        offer -> offer.day().service(), LinkedHashMap::new, Collectors.toUnmodifiableList()));
        var list = new PagedList<>(
                texts(), List.copyOf(each.values()), look.isPortrait() ? DAYS_PORTRAIT : DAYS_LANDSCAPE, this::service);
        list.setAlignment(Pos.BOTTOM_LEFT);
        return list;
    }

    private Node service(List<AppointmentOffer> offers) {
        var first = offers.getFirst();
        var next = offers.stream().filter(each -> each.left() > 0).findFirst();
        var words = new VBox(
                Labels.of(first.service(), "type-44", "bold", "ink"),
                Labels.of(
                        next.map(this::day)
                                .map(day -> texts().get("appointment.row.next", day))
                                .orElseGet(() -> texts().get("appointment.row.full")),
                        "type-24",
                        "quiet"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var face = new HBox(words, new Icon(Glyph.FORWARD, 1.3, "glyph-red"));
        face.setAlignment(Pos.CENTER_LEFT);
        var service = first.day().service();
        var button = new FaceButton(face, first.service(), () -> model.choose(service), "row");
        button.setId("appointment-service-" + service.value());
        return button;
    }

    private Node row(AppointmentOffer offer) {
        boolean full = offer.left() == 0;
        var about = offer.day().host().isEmpty()
                ? offer.service()
                : texts().get(
                                "appointment.row.host",
                                offer.service(),
                                offer.day().host());
        var words = new VBox(
                Labels.of(day(offer), "type-32", "bold", full ? "quiet" : "ink"),
                Labels.of(about, "type-24", full ? "quiet" : "ink"),
                Labels.of(
                        full
                                ? texts().get("appointment.row.full")
                                : texts().get(
                                                "appointment.row.left",
                                                offer.day().from(),
                                                offer.day().to(),
                                                offer.left()),
                        "type-24",
                        "quiet"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        var face =
                new HBox(words, new Icon(full ? Glyph.LOCK : Glyph.FORWARD, 1.3, full ? "glyph-slate" : "glyph-red"));
        face.setAlignment(Pos.CENTER_LEFT);
        var button = new FaceButton(face, day(offer), () -> model.choose(offer), "row");
        button.setId("appointment-day-" + offer.day().id());
        return button;
    }

    Node times(AppointmentOffer offer) {
        int columns = look.isPortrait() ? COLUMNS_PORTRAIT : COLUMNS_LANDSCAPE;
        var rows = new ArrayList<List<AppointmentOffer.Time>>();
        for (int i = 0; i < offer.times().size(); i += columns) {
            rows.add(
                    offer.times().subList(i, Math.min(i + columns, offer.times().size())));
        }
        var list = new PagedList<>(
                texts(), rows, look.isPortrait() ? ROWS_PORTRAIT : ROWS_LANDSCAPE, each -> row(each, columns));
        list.setAlignment(Pos.BOTTOM_LEFT);
        var body = new VBox(head(offer), list);
        VBox.setVgrow(list, Priority.ALWAYS);
        body.getStyleClass().add("gap-24");
        return body;
    }

    private VBox head(AppointmentOffer offer) {
        var head =
                new VBox(Labels.of(offer.service(), "type-44", "bold", "ink"), Labels.of(day(offer), "type-32", "ink"));
        if (!offer.day().host().isEmpty()) {
            head.getChildren()
                    .add(Labels.of(texts().get("appointment.host", offer.day().host()), "type-24", "quiet"));
        }
        head.getStyleClass().addAll("sheet", "gap-8");
        return head;
    }

    private Node row(List<AppointmentOffer.Time> times, int columns) {
        var row = new GridPane();
        row.getStyleClass().add("gap-16");
        for (int i = 0; i < columns; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            row.getColumnConstraints().add(column);
        }
        for (int i = 0; i < times.size(); i++) {
            row.add(tile(times.get(i)), i, 0);
        }
        return row;
    }

    private Node tile(AppointmentOffer.Time time) {
        boolean full = time.left() == 0;
        var words = new VBox(
                Labels.fixed(time.at().toString(), "type-44", "bold", full ? "quiet" : "ink"),
                Labels.fixed(
                        full ? texts().get("appointment.time.full") : texts().get("appointment.time.left", time.left()),
                        "type-24",
                        "quiet"));
        words.setAlignment(Pos.CENTER);
        var tile =
                new FaceButton(words, time.at().toString(), () -> model.choose(time.at()), "row", "appointment-time");
        tile.setId("appointment-time-" + time.at().toString().replace(":", ""));
        tile.setDisable(full);
        return tile;
    }

    Node asking(AppointmentOffer offer, LocalTime at) {
        var head = head(offer);
        head.getChildren().add(Labels.of(texts().get("appointment.ask.at", at), "type-64", "bold", "ink"));
        var rule = new VBox(
                Labels.of(texts().get("appointment.ask.name"), "type-32", "ink"),
                Labels.of(AppointmentPaper.rule(texts(), at), "type-32", "ink"));
        rule.getStyleClass().add("gap-16");
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var words = new HBox(
                new Icon(Glyph.CHECK, 2.4, "glyph-white"),
                Labels.of(texts().get("appointment.ask.yes"), "type-44", "bold", "white"));
        words.getStyleClass().add("gap-24");
        words.setAlignment(Pos.CENTER);
        var yes = new FaceButton(words, texts().get("appointment.ask.yes"), model::keep, "primary", "choice");
        yes.setId("appointment-yes");
        yes.setMaxWidth(Double.MAX_VALUE);
        var body = new VBox(head, rule, space, yes);
        body.getStyleClass().add("gap-24");
        return body;
    }
}
