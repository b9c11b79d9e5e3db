package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.quorum.MeetingStatus;
import cn.dangqun.domain.session.SessionRecord;
import cn.dangqun.kiosk.activity.ActivityWords;
import cn.dangqun.kiosk.meeting.MeetingState.Purpose;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.FaceButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Theme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 主持会议: which session, how it stands, and the pages of [MeetingPages].
final class MeetingScreen extends StackPane {
    private static final int ACTIVITIES_A_PAGE = 5;
    private static final int ITEMS_PORTRAIT = 6;
    private static final int ITEMS_LANDSCAPE = 3;

    private final MeetingViewModel model;
    private final HallModel hall;
    private final Look look;
    private final Texts texts;
    private final MeetingWords words;
    private final MeetingPages pages;
    private final BallotPages ballots;
    private final Runnable corner;
    private final Consumer<MeetingView> print;

    /// `print` leads to where the papers of a session are printed.
    MeetingScreen(MeetingViewModel model, HallModel hall, Look look, Runnable corner, Consumer<MeetingView> print) {
        this.print = print;
        this.hall = hall;
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.words = new MeetingWords(look);
        this.pages = new MeetingPages(model, look, words);
        this.ballots = new BallotPages(model, look, words, pages);
        this.corner = corner;
        Theme.addSheet(this, MeetingFeature.class, "meeting.css");
        setId("meeting");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(MeetingState state) {
        setDisable(false);
        switch (state) {
            case MeetingState.Shut _ -> getChildren().clear();
            case MeetingState.Reading _ -> reading();
            case MeetingState.Unreadable _ ->
                notice(Glyph.EXCLAMATION, "activity.list.unreadable", "activity.list.unreadable.next");
            case MeetingState.Choosing choosing -> choosing(choosing);
            case MeetingState.Overview overview -> overview(overview);
            case MeetingState.Chairing chairing -> getChildren().setAll(pages.chairing(chairing));
            case MeetingState.Announcing announcing -> getChildren().setAll(pages.announcing(announcing));
            case MeetingState.ChoosingPlanned choosing -> getChildren().setAll(pages.planned(choosing));
            case MeetingState.ChoosingKind choosing -> getChildren().setAll(pages.kinds(choosing));
            case MeetingState.ChoosingSubject choosing -> getChildren().setAll(pages.subjects(choosing));
            case MeetingState.OnItem item -> getChildren().setAll(ballots.item(item));
            case MeetingState.Candidates candidates -> getChildren().setAll(ballots.candidates(candidates));
            case MeetingState.Counting counting -> getChildren().setAll(ballots.counting(counting));
            case MeetingState.Found found -> getChildren().setAll(ballots.found(found));
            case MeetingState.Ticking ticking -> getChildren().setAll(pages.steps(ticking));
            case MeetingState.People people -> getChildren().setAll(pages.people(people));
            case MeetingState.Ending ending -> getChildren().setAll(pages.ending(ending));
            case MeetingState.Reopening reopening -> getChildren().setAll(pages.reopening(reopening));
        }
    }

    /// What stood there stays a moment, so that nothing flickers.
    private void reading() {
        if (getChildren().isEmpty()) {
            notice(Glyph.HOURGLASS, "activity.list.loading", "");
        }
        setDisable(true);
    }

    private void notice(Glyph glyph, String said, String next) {
        var body = new Notice(glyph, texts.get(said), next.isEmpty() ? "" : texts.get(next));
        getChildren()
                .setAll(new Page(look, texts.get("meeting.heading"), "")
                        .body(body)
                        .foot(leave()));
    }

    private void choosing(MeetingState.Choosing choosing) {
        var page = new Page(look, texts.get("meeting.heading"), texts.get("roll.choose"));
        if (choosing.activities().isEmpty()) {
            page.body(new Notice(Glyph.CALENDAR, texts.get("meeting.nothing"), texts.get("meeting.nothing.next")));
        } else {
            var list = new PagedList<>(
                    texts,
                    choosing.activities(),
                    look.isPortrait() ? ACTIVITIES_A_PAGE : ACTIVITIES_A_PAGE - 1,
                    each -> activity(each, choosing.today()));
            list.takeTurner().ifPresent(page::beside);
            page.body(pages.low(list));
        }
        getChildren().setAll(page.foot(leave()));
    }

    private Node activity(Activity activity, LocalDate today) {
        var lines = new VBox(
                Labels.of(activity.title(), "type-32", "bold", "ink"),
                Labels.of(ActivityWords.when(activity, today, look), "type-24", "quiet"));
        lines.getStyleClass().add("gap-8");
        lines.setAlignment(Pos.CENTER_LEFT);
        var button = new FaceButton(lines, activity.title(), () -> model.choose(activity), "choice");
        button.setId("session-" + activity.id());
        return button;
    }

    private void overview(MeetingState.Overview overview) {
        var view = overview.view();
        var head = new VBox(Labels.of(words.figures(view), "type-44", "bold", "ink"));
        head.getStyleClass().add("gap-16");
        if (view.record().isClosed()) {
            head.getChildren().add(Labels.of(texts.get("meeting.closed"), "type-32", "bold", "ink"));
        } else if (view.activity().hasAgenda()) {
            boolean lost = view.verdict().status() != MeetingStatus.VALID;
            head.getChildren().add(Labels.of(words.quorum(view), "type-32", lost ? "red" : "ink"));
            head.getChildren()
                    .add(Labels.of(
                            words.announced(view), "type-32", view.announced().isPresent() ? "green" : "amber"));
        }
        if (!view.merged()) {
            head.getChildren().add(Labels.of(texts.get("meeting.apart"), "type-24", "quiet"));
        }
        overview.said()
                .ifPresent(said ->
                        head.getChildren().add(Labels.of(words.said(said), "type-32", "bold", words.colour(said))));
        var page = new Page(look, view.activity().title(), words.about(view));
        page.body(body(view, look.isPortrait() ? head : withHall(view, head), page));
        getChildren().setAll(page.foot(buttons(view).toArray(ActionButton[]::new)));
    }

    /// A landscape foot has no room left.
    private VBox withHall(MeetingView view, VBox head) {
        return hallButton(view)
                .map(button -> {
                    HBox.setHgrow(head, Priority.ALWAYS);
                    var row = new HBox(head, button);
                    row.getStyleClass().add("gap-24");
                    return new VBox(row);
                })
                .orElse(head);
    }

    private Node body(MeetingView view, VBox head, Page page) {
        if (!view.activity().hasAgenda()) {
            return head;
        }
        if (view.record().agenda().isEmpty()) {
            int planned = view.planned().size();
            var said = planned == 0
                    ? texts.get("meeting.agenda.none")
                    : texts.get("meeting.agenda.planned", planned, texts.get("meeting.item.add"));
            head.getChildren().add(Labels.of(said, "type-32", "quiet"));
            return head;
        }
        var list = new PagedList<>(
                texts,
                view.record().agenda(),
                look.isPortrait() ? ITEMS_PORTRAIT : ITEMS_LANDSCAPE,
                item -> item(view, item));
        list.takeTurner().ifPresent(page::beside);
        return pages.low(head, list);
    }

    private Node item(MeetingView view, SessionRecord.Item item) {
        var title = Labels.of(words.title(view, item), "type-32", "bold", "ink");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var face = new HBox(title, Labels.fixed(words.result(item), "type-32", item.isSettled() ? "green" : "quiet"));
        face.getStyleClass().add("gap-24");
        face.setAlignment(Pos.CENTER_LEFT);
        var button = new FaceButton(face, item.title(), () -> model.item(item), "choice");
        button.setId("item-" + item.number());
        button.setDisable(view.record().isClosed());
        return button;
    }

    private List<ActionButton> buttons(MeetingView view) {
        var buttons = new ArrayList<ActionButton>();
        if (view.record().isClosed()) {
            buttons.add(pages.button("meeting-reopen", texts.get("meeting.reopen"), model::startReopening));
        } else if (view.hasBegun()) {
            if (view.activity().hasAgenda()) {
                buttons.add(pages.primary("meeting-declare", texts.get("meeting.declare"), model::startDeclaring));
                buttons.add(pages.button("meeting-item", texts.get("meeting.item.add"), model::startItem));
                buttons.add(
                        pages.button("meeting-away", texts.get("meeting.away"), () -> model.startPeople(Purpose.AWAY)));
            }
            if (!view.steps().isEmpty()) {
                buttons.add(pages.button("meeting-steps", texts.get("meeting.steps"), model::startTicking));
            }
            if (view.hasFees()) {
                buttons.add(
                        pages.button("meeting-fees", texts.get("meeting.fees"), () -> model.startPeople(Purpose.FEES)));
            }
            buttons.add(pages.button("meeting-end", texts.get("meeting.end"), model::startEnding));
        }
        if (model.mayPrint() && MeetingPapers.hasAny(view)) {
            buttons.add(pages.button("meeting-print", texts.get("meeting.print"), () -> print.accept(view)));
        }
        if (look.isPortrait()) {
            hallButton(view).ifPresent(buttons::add);
        }
        buttons.add(pages.button("meeting-other", texts.get("meeting.other"), model::chooseActivity));
        return buttons;
    }

    /// Offered where there is a second display, or something stands on it.
    private Optional<ActionButton> hallButton(MeetingView view) {
        if (hall.shows(view.activity().id())) {
            return Optional.of(pages.button("meeting-hall", texts.get("meeting.hall.takeDown"), () -> {
                hall.takeDown();
                render(model.state().get());
            }));
        }
        return hall.isPossible() && !view.record().isClosed()
                ? Optional.of(pages.button("meeting-hall", texts.get("meeting.hall.show"), () -> {
                    hall.show(view);
                    render(model.state().get());
                }))
                : Optional.empty();
    }

    private ActionButton leave() {
        return pages.button("corner", texts.get("roll.leave"), corner).withIcon(Glyph.BACK);
    }
}
