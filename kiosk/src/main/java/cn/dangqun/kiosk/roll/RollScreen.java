package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.kiosk.activity.ActivityWords;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 签到名单: activities, the people of one, and the questions about one person.
final class RollScreen extends StackPane {
    private static final int ACTIVITIES_A_PAGE = 5;
    private static final int ORGANIZERS_A_PAGE = 8;
    private static final int WIDE = 3;
    /// What duty staff may begin: what has a roll that follows from an organisation.
    private static final List<ActivityType> BEGUN = List.of(
            ActivityType.THEME_DAY,
            ActivityType.MEMBER_MEETING,
            ActivityType.COMMITTEE_MEETING,
            ActivityType.GROUP_MEETING,
            ActivityType.PARTY_LECTURE,
            ActivityType.ORG_LIFE_MEETING,
            ActivityType.DEMOCRATIC_REVIEW);

    private final RollViewModel model;
    private final Look look;
    private final Texts texts;
    private final RollWords words;
    private final RollList list;
    private final Leads leads;

    /// Where one goes from here: to the corner, to where the sheets of a roll are printed, and to where a sheet
    /// that was signed on paper is taken in, and guests are registered.
    record Leads(Runnable corner, Consumer<RollSheet> print, Consumer<RollSheet> scan, Consumer<RollSheet> guests) {}

    RollScreen(RollViewModel model, Look look, Leads leads) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.words = new RollWords(look);
        this.leads = leads;
        this.list = new RollList(model, look, words, leads);
        Theme.addSheet(this, RollFeature.class, "roll.css");
        setId("roll");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(RollState state) {
        setDisable(false);
        switch (state) {
            case RollState.Shut _ -> getChildren().clear();
            case RollState.Reading _ -> reading();
            case RollState.Unreadable _ ->
                notice(Glyph.EXCLAMATION, "activity.list.unreadable", "activity.list.unreadable.next");
            case RollState.Choosing choosing -> choosing(choosing);
            case RollState.ChoosingType _ -> types();
            case RollState.ChoosingOrganizer choosing -> organizers(choosing);
            case RollState.ChoosingRoll choosing -> rolls(choosing);
            case RollState.Listed listed -> getChildren().setAll(list.page(listed));
            case RollState.One one -> one(one);
            case RollState.Asking asking -> asking(asking);
            case RollState.Counting counting -> counting(counting);
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
                .setAll(new Page(look, texts.get("roll.title"), "").body(body).foot(leave()));
    }

    private void choosing(RollState.Choosing choosing) {
        var page = new Page(look, texts.get("roll.title"), texts.get("roll.choose"));
        if (choosing.activities().isEmpty()) {
            page.body(new Notice(Glyph.CALENDAR, texts.get("roll.nothing"), texts.get("roll.nothing.next")));
            getChildren().setAll(page.foot(ways(choosing.mayBegin())));
            return;
        }
        var list = new PagedList<>(
                texts,
                choosing.activities(),
                look.isPortrait() ? ACTIVITIES_A_PAGE : ACTIVITIES_A_PAGE - 1,
                each -> activity(each, choosing.today()));
        list.takeTurner().ifPresent(page::beside);
        page.body(low(list));
        getChildren().setAll(page.foot(ways(choosing.mayBegin())));
    }

    private ActionButton[] ways(boolean mayBegin) {
        if (!mayBegin) {
            return new ActionButton[] {leave()};
        }
        var begin = new ActionButton(texts.get("roll.new"), model::chooseType, "outline");
        begin.setId("roll-new");
        return new ActionButton[] {begin, leave()};
    }

    private void types() {
        var buttons = BEGUN.stream()
                .map(type -> {
                    var button = new ActionButton(ActivityWords.type(type, texts), () -> model.type(type), "outline");
                    button.setId("type-" + type.name());
                    return button;
                })
                .toList();
        show(texts.get("roll.new"), texts.get("roll.new.type"), low(grid(buttons)));
    }

    private void organizers(RollState.ChoosingOrganizer choosing) {
        var type = ActivityWords.type(choosing.type(), texts);
        var list = new PagedList<>(
                texts,
                choosing.organizers(),
                look.isPortrait() ? ORGANIZERS_A_PAGE : ORGANIZERS_A_PAGE / 2,
                each -> organizer(each, type));
        var head = new VBox();
        if (choosing.organizers().isEmpty()) {
            head.getChildren().add(Labels.of(texts.get("roll.new.nobody"), "type-32", "amber"));
        }
        if (choosing.failed()) {
            head.getChildren().add(Labels.of(texts.get("roll.said.notSaved"), "type-32", "amber"));
        }
        show(type, texts.get("roll.new.whose"), low(head, list));
    }

    /// Whose roll, each with its figures; all of them first.
    private void rolls(RollState.ChoosingRoll choosing) {
        var sheet = choosing.sheet();
        var all = new ArrayList<Node>();
        all.add(roll(texts.get("roll.which.all"), sheet, Optional.empty()));
        sheet.rolls().forEach(each -> all.add(roll(each.name(), sheet, Optional.of(each.organization()))));
        var list = new PagedList<>(
                texts, all, look.isPortrait() ? ORGANIZERS_A_PAGE : ORGANIZERS_A_PAGE / 2, each -> each);
        show(texts.get("roll.which.ask"), words.about(sheet), low(list));
    }

    private Node roll(String name, RollSheet sheet, Optional<OrganizationId> which) {
        var lines = new VBox(
                Labels.of(name, "type-32", "bold", "ink"), Labels.of(words.figures(sheet, which), "type-24", "quiet"));
        lines.getStyleClass().add("gap-8");
        lines.setAlignment(Pos.CENTER_LEFT);
        var button = new FaceButton(lines, name, () -> model.roll(which), "choice");
        button.setId("roll-of-" + which.map(OrganizationId::value).orElse("all"));
        return button;
    }

    private Node organizer(Organization each, String title) {
        var button = new ActionButton(each.name(), () -> model.begin(each, title), "outline");
        button.setId("organizer-" + each.id().value());
        button.setWrapText(true);
        return button;
    }

    private Node activity(Activity activity, LocalDate today) {
        var lines = new VBox(
                Labels.of(activity.title(), "type-32", "bold", "ink"),
                Labels.of(ActivityWords.when(activity, today, look), "type-24", "quiet"));
        lines.getStyleClass().add("gap-8");
        lines.setAlignment(Pos.CENTER_LEFT);
        var button = new FaceButton(lines, activity.title(), () -> model.choose(activity), "choice");
        button.setId("activity-" + activity.id());
        return button;
    }

    private void one(RollState.One one) {
        var line = one.line();
        var about = new VBox(
                Labels.of(line.name(), "type-64", "bold", "ink"),
                words.chip(line, "type-32"),
                Labels.of(words.story(line, look), "type-32", "quiet"));
        about.getStyleClass().add("gap-24");
        if (one.deeds().isEmpty()) {
            about.getChildren().add(Labels.of(texts.get("roll.deed.none"), "type-32", "amber"));
        }
        var deeds = one.deeds().stream().map(this::deed).toList();
        show(one.sheet(), low(about, grid(deeds)));
    }

    private ActionButton deed(Deed deed) {
        var button = new ActionButton(words.deed(deed), () -> model.begin(deed), "outline");
        button.setId("deed-" + deed.name());
        return button;
    }

    private void asking(RollState.Asking asking) {
        var head = new VBox(
                Labels.of(asking.line().name(), "type-64", "bold", "ink"),
                Labels.of(words.question(asking), "type-44", "ink"));
        head.getStyleClass().add("gap-24");
        var answers = answers(asking);
        if (answers.isEmpty()) {
            head.getChildren().add(Labels.of(texts.get("roll.ask.nobody"), "type-32", "amber"));
        }
        show(asking.sheet(), low(head, grid(answers)));
    }

    private List<ActionButton> answers(RollState.Asking asking) {
        return switch (asking.question()) {
            case REASON -> buttons(words.reasons(asking.deed()).stream(), model::because);
            case APPROVER -> buttons(asking.sheet().approvers().stream(), model::approvedBy);
            case LEAVE_KIND ->
                Stream.of(LeaveKind.values())
                        .map(kind -> {
                            var button = new ActionButton(words.leave(kind), () -> model.leave(kind), "outline");
                            button.setId("leave-" + kind.name());
                            return button;
                        })
                        .toList();
        };
    }

    private static List<ActionButton> buttons(Stream<String> said, Consumer<String> chosen) {
        var buttons = new ArrayList<ActionButton>();
        said.forEach(each -> {
            var button = new ActionButton(each, () -> chosen.accept(each), "outline");
            button.setId("answer-" + buttons.size());
            button.setWrapText(true);
            buttons.add(button);
        });
        return buttons;
    }

    private GridPane grid(List<ActionButton> buttons) {
        var grid = new GridPane();
        grid.getStyleClass().addAll("gap-24", "roll-answers");
        int columns = look.isPortrait() ? 2 : WIDE;
        for (int i = 0; i < buttons.size(); i++) {
            grid.add(buttons.get(i), i % columns, i / columns);
        }
        return grid;
    }

    private void counting(RollState.Counting counting) {
        var typed = counting.digits().isEmpty() ? texts.get("roll.heads.none") : counting.digits();
        var head = new VBox(
                Labels.of(texts.get("roll.heads.ask"), "type-44", "ink"),
                Labels.fixed(texts.get("roll.heads.typed", typed), "type-64", "bold", "ink"));
        head.getStyleClass().add("gap-24");
        var pad = KeyPad.digits(texts, model::type, model::erase, model::recordHeads);
        if (look.isPortrait()) {
            show(counting.sheet(), low(head, pad));
        } else {
            var row = new HBox(head, pad);
            row.getStyleClass().add("gap-40");
            show(counting.sheet(), row);
        }
    }

    /// The last of them within reach, in portrait below the upper third.
    private Node low(Node... parts) {
        var body = new VBox(parts);
        body.getStyleClass().add("gap-40");
        if (look.isPortrait()) {
            body.getChildren().add(parts.length - 1, RollList.space());
        }
        return body;
    }

    private void show(RollSheet sheet, Node body) {
        show(sheet.activity().title(), words.about(sheet), body);
    }

    private void show(String title, String about, Node body) {
        var back = new ActionButton(texts.get("roll.back"), model::back, "outline").withIcon(Glyph.BACK);
        back.setId("roll-back");
        getChildren().setAll(new Page(look, title, about).body(body).foot(back));
    }

    private ActionButton leave() {
        var button = new ActionButton(texts.get("roll.leave"), leads.corner(), "outline").withIcon(Glyph.BACK);
        button.setId("corner");
        return button;
    }
}
