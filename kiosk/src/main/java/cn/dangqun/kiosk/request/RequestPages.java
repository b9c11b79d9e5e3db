package cn.dangqun.kiosk.request;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.queue.ServiceItem;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.kiosk.queue.QrView;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Icon;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Tone;
import cn.dangqun.kiosk.ui.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What is read and not typed: the last look before it is filed, the receipt, and how a request stands.
final class RequestPages {
    private static final List<Glyph> FACES =
            List.of(Glyph.FACE_WORST, Glyph.FACE_BAD, Glyph.FACE_FAIR, Glyph.FACE_GOOD, Glyph.FACE_BEST);

    private final RequestViewModel model;
    private final Look look;
    private final Texts texts;
    private final RequestWords words;
    private final Function<Node, Page> page;
    private final Supplier<ActionButton> home;

    RequestPages(RequestViewModel model, Look look, Function<Node, Page> page, Supplier<ActionButton> home) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.words = new RequestWords(texts);
        this.page = page;
        this.home = home;
    }

    private ActionButton button(String id, String key, Runnable action, String style) {
        var button = new ActionButton(texts.get(key), action, style);
        button.setId(id);
        return button;
    }

    Node confirming(FilingState.Confirming now) {
        var service = now.service().map(ServiceItem::name).orElse("");
        var today = now.offer().today();
        var lines = new ArrayList<String>();
        lines.add(
                now.phone().isEmpty()
                        ? texts.get("request.check.anonymous")
                        : texts.get("request.check.phone", PhoneNumber.grouped(now.phone())));
        now.offer()
                .responder()
                .map(each -> each.post().isEmpty()
                        ? texts.get("request.check.answerer", each.name())
                        : texts.get("request.check.answererPost", each.name(), each.post()))
                .ifPresent(lines::add);
        now.service()
                .flatMap(each -> LedgerRequestDesk.due(each, today))
                .map(day -> texts.get("request.check.due", words.day(day)))
                .ifPresent(lines::add);
        lines.add(texts.get(now.phone().isEmpty() ? "request.check.come" : "request.check.call"));
        var sheet = new VBox(Labels.of(words.asked(now.kind(), service), "type-64", "bold", "ink"));
        lines.forEach(line -> sheet.getChildren().add(Labels.of(line, "type-32", "ink")));
        sheet.getStyleClass().addAll("sheet", "gap-24");
        var column = new VBox(sheet, space());
        return page.apply(column)
                .foot(
                        button("request-file", "request.check.file", model::file, "primary"),
                        button("request-back", "request.back", model::back, "outline")
                                .withIcon(Glyph.BACK),
                        home.get());
    }

    Node filed(FilingState.Filed now) {
        var receipt = now.receipt();
        var verdict = new Verdict(look, Tone.SUCCESS, Glyph.CHECK, texts.get("request.filed")).compact();
        var number = Labels.centred(receipt.number().text(), "type-96", "bold", "ink");
        number.setId("receipt-number");
        verdict.add(number)
                .note(words.asked(receipt.kind(), receipt.service()))
                .note(texts.get(receipt.reachable() ? "request.filed.call" : "request.filed.come", receipt.answerer()));
        receipt.due().ifPresent(day -> verdict.note(texts.get("request.filed.due", words.day(day))));
        verdict.add(QrView.of(receipt.number().code(), look.isPortrait() ? 9 : 7))
                .note(now.paper().map(this::paper).orElseGet(() -> texts.get("request.filed.printing")));
        return verdict.actions(List.of(home.get()));
    }

    private String paper(Handover how) {
        return switch (how) {
            case PRINTED -> texts.get("request.filed.printed");
            case SHOWN -> texts.get("request.filed.shown");
            case UNCERTAIN -> texts.get("request.filed.uncertain");
        };
    }

    Node sorry(FilingState.Reason why) {
        var word = switch (why) {
            case NOT_SAVED -> "request.sorry.unsaved";
            case SEALED -> "request.sorry.sealed";
            case NOBODY -> "request.sorry.nobody";
            case UNREADABLE -> "request.sorry.unreadable";
        };
        return new Verdict(look, Tone.ATTENTION, Glyph.EXCLAMATION, texts.get("request.sorry"))
                .headline(texts.get(word))
                .sentence(texts.get("request.sorry.next"))
                .actions(List.of(home.get()));
    }

    Node standing(FilingState.Standing now) {
        var request = now.request();
        var stage = request.state().stage();
        var lines = new VBox(
                Labels.of(words.asked(request.kind(), request.service()), "type-32", "bold", "ink"),
                Labels.of(words.stage(stage), "type-64", "bold", stage.isClosed() ? "green" : "red"),
                Labels.of(words.meaning(stage), "type-32", "ink"),
                Labels.of(texts.get("request.standing.answerer", request.answerer()), "type-32", "ink"),
                Labels.of(texts.get("request.standing.filed", words.day(request.day())), "type-24", "quiet"));
        request.state()
                .due()
                .filter(_ -> !stage.isClosed())
                .ifPresent(day -> lines.getChildren()
                        .add(4, Labels.of(texts.get("request.standing.due", words.day(day)), "type-32", "ink")));
        if (request.state().escalated() && !stage.isClosed()) {
            lines.getChildren().add(4, Labels.of(texts.get("request.standing.street"), "type-32", "ink"));
        }
        lines.getChildren()
                .add(Labels.of(
                        texts.get("request.standing.number", request.number().text()), "type-24", "quiet"));
        lines.getStyleClass().addAll("sheet", "gap-16");
        lines.setId("request-standing");
        Pane body = look.isPortrait() ? new VBox(lines, space()) : new HBox(lines);
        body.getStyleClass().add(look.isPortrait() ? "gap-24" : "gap-40");
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        if (stage.isClosed()) {
            body.getChildren().add(rating(request, now));
        }
        return page.apply(body)
                .foot(
                        button("request-other", "request.standing.other", model::back, "outline")
                                .withIcon(Glyph.BACK),
                        home.get());
    }

    private Node rating(RequestStanding request, FilingState.Standing now) {
        var said = now.said()
                .map(outcome -> switch (outcome) {
                    case DONE -> texts.get("request.rate.thanks");
                    case ALREADY -> texts.get("request.rate.already");
                    case NOT_CLOSED -> texts.get("request.rate.reopened");
                    case NOT_SAVED -> texts.get("request.rate.unsaved");
                })
                .or(() -> request.rated() ? Optional.of(texts.get("request.rate.already")) : Optional.empty());
        if (said.isPresent()) {
            return Labels.of(said.get(), "type-44", "bold", "ink");
        }
        var faces = new HBox();
        faces.setMaxWidth(Double.MAX_VALUE);
        for (int i = 0; i < FACES.size(); i++) {
            faces.getChildren().add(face(i + 1));
        }
        faces.getStyleClass().add("gap-16");
        var asked = new VBox(
                Labels.of(texts.get("request.rate.ask"), "type-32", "bold", "ink"),
                Labels.of(texts.get("request.rate.means"), "type-24", "quiet"),
                faces);
        asked.getStyleClass().add("gap-16");
        return asked;
    }

    private FaceButton face(int stars) {
        var name = texts.get(
                switch (stars) {
                    case 1 -> "request.rate.worst";
                    case 2 -> "request.rate.bad";
                    case 3 -> "request.rate.fair";
                    case 4 -> "request.rate.good";
                    default -> "request.rate.best";
                });
        var words = new VBox(new Icon(FACES.get(stars - 1), 3, "glyph-red"), Labels.centred(name, "type-24", "ink"));
        words.setAlignment(Pos.CENTER);
        words.getStyleClass().add("gap-8");
        var button = new FaceButton(words, name, () -> model.rate(stars), "row", "request-face");
        button.setId("rate-" + stars);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private static Region space() {
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        return space;
    }
}
