package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.activity.Preparation.PlannedItem;
import cn.dangqun.domain.quorum.MeetingStatus;
import cn.dangqun.kiosk.meeting.MeetingView.Person;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The pages of a session but for its ballots, and what all of them are made of.
final class MeetingPages {
    private static final int ROWS_PORTRAIT = 9;
    private static final int ROWS_LANDSCAPE = 4;
    private static final int WIDE = 3;
    /// Absent people who are read out on one screen.
    private static final int ABSENT_PORTRAIT = 8;
    private static final int ABSENT_LANDSCAPE = 4;

    private final MeetingViewModel model;
    private final Look look;
    private final Texts texts;
    private final MeetingWords words;

    MeetingPages(MeetingViewModel model, Look look, MeetingWords words) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.words = words;
    }

    Page chairing(MeetingState.Chairing chairing) {
        var view = chairing.view();
        if (view.chairs().isEmpty()) {
            return page(
                    view,
                    new Notice(
                            Glyph.PERSON, texts.get("meeting.chair.nobody"), texts.get("meeting.chair.nobody.next")));
        }
        var buttons = view.chairs().stream()
                .limit(look.isPortrait() ? 12 : 9)
                .map(each -> button("chair-" + each.member().value(), words.chair(each), () -> model.chair(each)))
                .toList();
        return page(view, low(Labels.of(texts.get("meeting.chair.ask"), "type-44", "ink"), grid(buttons)));
    }

    Page announcing(MeetingState.Announcing announcing) {
        var view = announcing.view();
        var lost = view.verdict().status() != MeetingStatus.VALID;
        var said = new VBox(
                Labels.of(words.figures(view), look.isPortrait() ? "type-44" : "type-64", "bold", "ink"),
                Labels.of(words.quorum(view), "type-32", lost ? "red" : "ink"),
                Labels.of(words.rules(view), "type-24", "quiet"));
        said.getStyleClass().add("gap-24");
        var page = new Page(look, texts.get("meeting.declare"), words.about(view));
        var missing = view.people().stream().filter(Person::isMissing).toList();
        if (missing.isEmpty()) {
            said.getChildren().add(Labels.of(texts.get("meeting.absent.nobody"), "type-32", "green"));
            page.body(said);
        } else {
            var list = new PagedList<>(
                    texts,
                    missing,
                    look.isPortrait() ? ABSENT_PORTRAIT : ABSENT_LANDSCAPE,
                    each -> Labels.of(words.absent(each), "type-32", "ink"));
            list.takeTurner().ifPresent(page::beside);
            var body = new VBox(said, list);
            body.getStyleClass().add("gap-40");
            page.body(body);
        }
        return page.foot(primary("meeting-declare", texts.get("meeting.declare.freeze"), model::declare), back());
    }

    Page planned(MeetingState.ChoosingPlanned choosing) {
        var view = choosing.view();
        var page = new Page(look, view.activity().title(), words.about(view));
        var list = new PagedList<>(
                texts, view.planned(), look.isPortrait() ? ROWS_PORTRAIT - 1 : ROWS_LANDSCAPE, this::planned);
        list.takeTurner().ifPresent(page::beside);
        return page.body(low(Labels.of(texts.get("meeting.planned.ask"), "type-44", "ink"), list))
                .foot(button("planned-another", texts.get("meeting.planned.another"), model::another), back());
    }

    private Node planned(PlannedItem item) {
        return touchable(
                item.title(), words.kind(item.kind()), false, () -> model.planned(item), "planned-" + item.title());
    }

    Page kinds(MeetingState.ChoosingKind choosing) {
        var buttons = Stream.of(AgendaKind.values())
                .map(kind -> button("kind-" + kind.name(), words.kind(kind), () -> model.kind(kind, words.kind(kind))))
                .toList();
        return page(choosing.view(), low(Labels.of(texts.get("meeting.kind.ask"), "type-44", "ink"), grid(buttons)));
    }

    Page subjects(MeetingState.ChoosingSubject choosing) {
        var buttons = choosing.view().probationers().stream()
                .map(each -> button("about-" + each.member().value(), each.name(), () -> model.subject(each)))
                .toList();
        return page(choosing.view(), low(Labels.of(texts.get("meeting.kind.whom"), "type-44", "ink"), grid(buttons)));
    }

    Page steps(MeetingState.Ticking ticking) {
        var view = ticking.view();
        var rows = new ArrayList<Node>();
        for (var step : view.steps()) {
            var done = Optional.ofNullable(view.record().steps().get(step));
            var at = done.map(when -> texts.time(when, look.zone())).orElse(texts.get("meeting.step.open"));
            rows.add(touchable(step, at, done.isPresent(), () -> model.tick(step), "step-" + rows.size()));
        }
        var column = new VBox(rows.toArray(Node[]::new));
        column.getStyleClass().add("gap-16");
        return page(view, low(Labels.of(texts.get("meeting.steps.ask"), "type-44", "ink"), column));
    }

    Page people(MeetingState.People people) {
        var view = people.view();
        return switch (people.purpose()) {
            case AWAY ->
                peopleOf(
                        view,
                        texts.get("meeting.away.ask"),
                        view.people().stream().filter(Person::isHere).toList(),
                        each -> view.record().away().contains(each.member()));
            case FEES ->
                peopleOf(
                        view,
                        texts.get(
                                "meeting.fees.ask",
                                view.month().getMonthValue(),
                                view.paid().size()),
                        view.people(),
                        each -> view.paid().contains(each.member()));
        };
    }

    private Page peopleOf(MeetingView view, String ask, List<Person> people, Predicate<Person> marked) {
        return names(view, ask, people, marked, each -> model.touch(each.member()), back());
    }

    /// Names two in a row, each to be touched.
    Page names(
            MeetingView view,
            String ask,
            List<Person> people,
            Predicate<Person> marked,
            Consumer<Person> touched,
            ActionButton... foot) {
        var pairs = new ArrayList<List<Person>>();
        for (int i = 0; i < people.size(); i += 2) {
            pairs.add(people.subList(i, Math.min(i + 2, people.size())));
        }
        var page = new Page(look, view.activity().title(), words.about(view));
        var list = new PagedList<>(
                texts, pairs, look.isPortrait() ? ROWS_PORTRAIT : ROWS_LANDSCAPE, pair -> row(pair, marked, touched));
        list.takeTurner().ifPresent(page::beside);
        return page.body(low(Labels.of(ask, "type-44", "ink"), list)).foot(foot);
    }

    private Node row(List<Person> pair, Predicate<Person> marked, Consumer<Person> touched) {
        var row = halves();
        for (int i = 0; i < pair.size(); i++) {
            var person = pair.get(i);
            row.add(
                    touchable(
                            person.name(),
                            "",
                            marked.test(person),
                            () -> touched.accept(person),
                            "person-" + person.member().value()),
                    i,
                    0);
        }
        return row;
    }

    private static GridPane halves() {
        var row = new GridPane();
        row.getStyleClass().add("gap-16");
        for (int i = 0; i < 2; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(50);
            row.getColumnConstraints().add(column);
        }
        return row;
    }

    private Node touchable(String name, String beside, boolean marked, Runnable touched, String id) {
        var label = Labels.of(name, "type-32", "bold", "ink");
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        var face = new HBox(label);
        if (!beside.isEmpty()) {
            face.getChildren().add(Labels.fixed(beside, "type-24", "quiet"));
        }
        if (marked) {
            face.getChildren().add(new Icon(Glyph.CHECK, 1.5, "glyph-green"));
        }
        face.getStyleClass().add("gap-16");
        face.setAlignment(Pos.CENTER_LEFT);
        var button = new FaceButton(face, name, touched, marked ? "meeting-marked" : "meeting-unmarked");
        button.setId(id);
        return button;
    }

    Page ending(MeetingState.Ending ending) {
        var view = ending.view();
        var body = new VBox(Labels.of(texts.get("meeting.end.ask"), "type-44", "ink"));
        body.getStyleClass().add("gap-24");
        open(view).forEach(each -> body.getChildren().add(Labels.of(each, "type-32", "amber")));
        body.getChildren().add(Labels.of(texts.get("meeting.end.note", MeetingWork.DAYS_BACK), "type-32", "quiet"));
        return new Page(look, view.activity().title(), words.about(view))
                .body(body)
                .foot(primary("meeting-close", texts.get("meeting.end.do"), model::close), back());
    }

    /// What one would expect before the end.
    private List<String> open(MeetingView view) {
        var open = new ArrayList<String>();
        if (view.activity().hasAgenda() && view.record().declared().isEmpty()) {
            open.add(texts.get("meeting.notDeclared"));
        }
        long unsettled = view.record().agenda().stream()
                .filter(each -> each.kind().isVoted() && !each.isSettled())
                .count();
        if (unsettled > 0) {
            open.add(texts.get("meeting.end.unsettled", unsettled));
        }
        long steps = view.steps().stream()
                .filter(each -> !view.record().steps().containsKey(each))
                .count();
        if (steps > 0) {
            open.add(texts.get("meeting.end.steps", steps));
        }
        return open;
    }

    Page reopening(MeetingState.Reopening reopening) {
        var buttons = new ArrayList<ActionButton>();
        for (var reason : words.reasons()) {
            buttons.add(button("reason-" + buttons.size(), reason, () -> model.reopen(reason)));
        }
        return page(reopening.view(), low(Labels.of(texts.get("meeting.reopen.ask"), "type-44", "ink"), grid(buttons)));
    }

    /// A page of the session with one way back.
    Page page(MeetingView view, Node body) {
        return new Page(look, view.activity().title(), words.about(view))
                .body(body)
                .foot(back());
    }

    ActionButton back() {
        return button("meeting-back", texts.get("meeting.back"), model::back).withIcon(Glyph.BACK);
    }

    ActionButton button(String id, String name, Runnable action) {
        return button(id, name, action, "outline");
    }

    ActionButton primary(String id, String name, Runnable action) {
        return button(id, name, action, "primary");
    }

    private static ActionButton button(String id, String name, Runnable action, String style) {
        var button = new ActionButton(name, action, style);
        button.setId(id);
        button.setWrapText(true);
        return button;
    }

    GridPane grid(List<ActionButton> buttons) {
        var grid = new GridPane();
        grid.getStyleClass().addAll("gap-24", "meeting-grid");
        int columns = look.isPortrait() ? 2 : WIDE;
        for (int i = 0; i < columns; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < buttons.size(); i++) {
            grid.add(buttons.get(i), i % columns, i / columns);
        }
        return grid;
    }

    /// The last of them within reach, in portrait below the upper third.
    Node low(Node... parts) {
        var body = new VBox(parts);
        body.getStyleClass().add("gap-40");
        if (look.isPortrait()) {
            var space = new Region();
            VBox.setVgrow(space, Priority.ALWAYS);
            body.getChildren().add(parts.length - 1, space);
        }
        return body;
    }
}
