package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.quorum.AgendaItem.SetAside;
import cn.dangqun.domain.session.BallotRule;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.KeyPad;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One item of the agenda: how it is voted on, the numbers, and what comes of them.
final class BallotPages {
    private final MeetingViewModel model;
    private final Look look;
    private final Texts texts;
    private final MeetingWords words;
    private final MeetingPages pages;
    private final KeyPad pad;

    BallotPages(MeetingViewModel model, Look look, MeetingWords words, MeetingPages pages) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.words = words;
        this.pages = pages;
        // the same keys while somebody types, so that no press is lost
        this.pad = KeyPad.digits(texts, model::type, model::erase, model::next);
    }

    Page item(MeetingState.OnItem on) {
        var view = on.view();
        var head = new VBox(
                Labels.of(words.title(view, on.item()), "type-64", "bold", "ink"),
                Labels.of(words.result(on.item()), "type-32", "quiet"));
        head.getStyleClass().add("gap-24");
        var buttons = new ArrayList<ActionButton>();
        var obstacle = view.obstacle(on.item().kind());
        if (view.announced().isEmpty()) {
            head.getChildren().add(Labels.of(words.announced(view), "type-32", "amber"));
        } else if (obstacle.isPresent()) {
            words.found(view, obstacle.get())
                    .forEach(each -> head.getChildren().add(Labels.of(each, "type-32", "bold", "amber")));
        } else if (on.item().kind() == AgendaKind.ELECTION) {
            buttons.add(pages.button(
                    "vote-SECRET", texts.get("meeting.form.election"), () -> model.vote(BallotForm.SECRET)));
        } else {
            for (var form : BallotForm.values()) {
                buttons.add(pages.button("vote-" + form.name(), words.form(form), () -> model.vote(form)));
            }
        }
        buttons.add(pages.button(
                "aside-DEFERRED", texts.get("meeting.aside.deferred"), () -> model.setAside(SetAside.DEFERRED)));
        buttons.add(pages.button(
                "aside-ESCALATED", texts.get("meeting.aside.escalated"), () -> model.setAside(SetAside.ESCALATED)));
        return pages.page(view, pages.low(head, pages.grid(buttons)));
    }

    Page candidates(MeetingState.Candidates candidates) {
        var next = pages.primary(
                "candidates-done",
                texts.get("meeting.candidates.done", candidates.chosen().size()),
                model::countCandidates);
        next.setDisable(candidates.chosen().isEmpty());
        return pages.names(
                candidates.view(),
                texts.get("meeting.candidates.ask"),
                candidates.view().people(),
                each -> candidates.chosen().contains(each.member()),
                model::candidate,
                next,
                pages.back());
    }

    Page counting(MeetingState.Counting counting) {
        var draft = counting.draft();
        var fields = draft.fields();
        var subject = fields.get(draft.at()).subject();
        var title = subject.isPresent()
                ? counting.view().nameOf(draft.subjects().get(subject.getAsInt()))
                : texts.get("meeting.votes.papers");
        var rows = new VBox();
        rows.getStyleClass().add("gap-16");
        draft.together().forEach(index -> rows.getChildren().add(field(draft, index)));
        rows.getChildren().add(Labels.of(texts.get("meeting.votes.hint"), "type-24", "quiet"));
        var name = Labels.of(title, "type-44", "bold", "ink");
        Node body;
        if (look.isPortrait()) {
            var column = new VBox(rows, pad);
            column.getStyleClass().add("gap-40");
            body = pages.low(name, column);
        } else {
            rows.getChildren().addFirst(name);
            var row = new HBox(rows, pad);
            HBox.setHgrow(rows, Priority.ALWAYS);
            row.getStyleClass().add("gap-40");
            body = row;
        }
        return pages.page(counting.view(), body);
    }

    private Node field(BallotDraft draft, int index) {
        var name = Labels.of(words.field(draft.fields().get(index)), "type-32", "ink");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var typed = draft.typed().get(index);
        var face = new HBox(name, Labels.fixed(typed.isEmpty() ? "0" : typed, "type-44", "bold", "ink"));
        face.setAlignment(Pos.CENTER_LEFT);
        face.getStyleClass().add("gap-24");
        boolean now = index == draft.at();
        var button = new FaceButton(
                face,
                words.field(draft.fields().get(index)),
                () -> model.field(index),
                now ? "meeting-now" : "meeting-unmarked");
        button.setId("field-" + index);
        return button;
    }

    Page found(MeetingState.Found found) {
        boolean refused = found.finding() instanceof BallotRule.Finding.Refused;
        var body = new VBox(Labels.of(words.title(found.view(), found.draft().item()), "type-44", "bold", "ink"));
        body.getStyleClass().add("gap-24");
        if (!refused) {
            totals(found).forEach(each -> body.getChildren().add(Labels.of(each, "type-32", "ink")));
        }
        words.found(found.view(), found.finding())
                .forEach(each -> body.getChildren().add(Labels.of(each, "type-32", "bold", refused ? "amber" : "ink")));
        var page = new Page(look, found.view().activity().title(), words.about(found.view())).body(body);
        var again = pages.button("votes-again", texts.get("meeting.found.change"), model::back);
        return refused
                ? page.foot(again)
                : page.foot(
                        pages.primary("votes-record", texts.get("meeting.found.record"), model::recordBallot), again);
    }

    /// As they will stand on the record, a line each.
    private List<String> totals(MeetingState.Found found) {
        var cast = found.draft().cast();
        var lines = new ArrayList<String>();
        if (cast.form() == BallotForm.SECRET) {
            lines.add(texts.get("meeting.total.papers", cast.given(), cast.returned(), cast.invalid()));
        }
        cast.votes()
                .forEach(each ->
                        lines.add(words.totals(found.view(), each, cast.votes().size() > 1)));
        return lines;
    }
}
