package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.activity.Preparation.PlannedItem;
import cn.dangqun.domain.quorum.MeetingStatus;
import cn.dangqun.domain.session.SessionRecord;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.TallyBoard;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.kiosk.ui.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the room sees of a session (F-101): what it is, who is here, what is before it now and what comes next. Read
/// from the last row; nothing to touch, and no name but of whom an item is about.
final class HallScreen extends StackPane {
    /// Characters of a title that go on one line in the largest type.
    private static final int SHORT = 17;

    private static final int SHORT_PORTRAIT = 9;

    private final Look look;
    private final Texts texts;
    private final MeetingWords words;
    private final ChangeListener<Optional<MeetingView>> renewed = (_, _, now) -> render(now);

    HallScreen(HallModel model, Look look) {
        this.look = look;
        this.texts = look.texts();
        this.words = new MeetingWords(look);
        Theme.addSheet(this, MeetingFeature.class, "meeting.css");
        setId("hall");
        getStyleClass().addAll("screen", "hall");
        // the model outlives every window that it stood in
        model.view().addListener(new WeakChangeListener<>(renewed));
        render(model.view().get());
    }

    private void render(Optional<MeetingView> shown) {
        getChildren().setAll(shown.map(this::page).stream().toList());
    }

    private Node page(MeetingView view) {
        var page = new VBox(head(view), grow(), figures(view), grow(), now(view), grow(), foot(view));
        page.getStyleClass().add("gap-24");
        page.setAlignment(Pos.TOP_CENTER);
        return page;
    }

    private static Node grow() {
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        return space;
    }

    private Node head(MeetingView view) {
        var title = new VBox(
                Labels.of(view.activity().title(), "type-64", "bold", "ink"),
                Labels.of(words.about(view), "type-32", "quiet"));
        title.getStyleClass().add("gap-8");
        HBox.setHgrow(title, Priority.ALWAYS);
        var clock = new VBox(
                Labels.fixed(texts.time(view.now(), look.zone()), "type-64", "bold", "ink"),
                Labels.fixed(left(view), "type-32", "quiet"));
        clock.setAlignment(Pos.TOP_RIGHT);
        var head = new HBox(title, clock);
        head.getStyleClass().add("gap-40");
        return head;
    }

    /// Until the planned end; nothing once that is past.
    private String left(MeetingView view) {
        var left = Duration.between(view.now(), view.activity().ends());
        return left.isNegative() || view.record().isClosed()
                ? ""
                : texts.get("meeting.hall.left", Math.ceilDiv(left.toSeconds(), 60));
    }

    private Node figures(MeetingView view) {
        var count = view.count();
        var figures = new VBox(new TallyBoard(texts, count.due(), count.present(), "type-128"));
        figures.getStyleClass().add("gap-24");
        figures.setAlignment(Pos.CENTER);
        if (view.activity().hasAgenda() && !view.record().isClosed()) {
            boolean lost = view.verdict().status() != MeetingStatus.VALID;
            figures.getChildren().add(Labels.of(words.quorum(view), "type-32", lost ? "amber" : "ink"));
        }
        return figures;
    }

    private Node now(MeetingView view) {
        var lines = new VBox();
        lines.getStyleClass().addAll("hall-now", "gap-16");
        lines.setAlignment(Pos.CENTER_LEFT);
        if (view.record().isClosed()) {
            lines.getChildren().add(Labels.of(texts.get("meeting.hall.closed"), "type-96", "bold", "ink"));
            return lines;
        }
        var items = view.record().agenda();
        var open = items.stream().filter(each -> !isOver(each)).toList();
        if (open.isEmpty()) {
            lines.getChildren().add(Labels.of(step(view), "type-64", "bold", "ink"));
        } else {
            lines.getChildren()
                    .addAll(
                            Labels.of(texts.get("meeting.hall.now"), "type-32", "quiet"),
                            large(words.title(view, open.getFirst())));
        }
        last(items)
                .ifPresent(item -> lines.getChildren()
                        .add(Labels.of(
                                texts.get("meeting.hall.last", words.title(view, item), words.result(item)),
                                "type-32",
                                "ink")));
        return lines;
    }

    private Node large(String title) {
        boolean isShort = title.codePointCount(0, title.length()) <= (look.isPortrait() ? SHORT_PORTRAIT : SHORT);
        return Labels.of(title, isShort ? "type-96" : "type-64", "bold", "ink");
    }

    private static boolean isOver(SessionRecord.Item item) {
        return item.isSettled();
    }

    /// What was settled last.
    private static Optional<SessionRecord.Item> last(List<SessionRecord.Item> items) {
        return items.stream()
                .filter(SessionRecord.Item::isSettled)
                .reduce((one, other) -> at(other).isBefore(at(one)) ? one : other);
    }

    private static Instant at(SessionRecord.Item item) {
        return item.ballots().getLast().at();
    }

    /// The step of the day that is under way; the first that nobody has ticked.
    private String step(MeetingView view) {
        return view.steps().stream()
                .filter(each -> !view.record().steps().containsKey(each))
                .findFirst()
                .map(each -> texts.get("meeting.hall.step", each))
                .orElseGet(() -> texts.get(view.hasBegun() ? "meeting.hall.underWay" : "meeting.hall.soon"));
    }

    private Node foot(MeetingView view) {
        var open = view.record().agenda().stream()
                .filter(each -> !isOver(each))
                .skip(1)
                .findFirst();
        var next = open.map(each -> words.title(view, each))
                .or(() -> view.planned().stream().map(PlannedItem::title).findFirst())
                .filter(_ -> !view.record().isClosed())
                .map(each -> texts.get("meeting.hall.next", each))
                .orElse("");
        return Labels.of(next, "type-32", "quiet");
    }
}
