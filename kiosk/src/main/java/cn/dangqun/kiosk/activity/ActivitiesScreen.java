package cn.dangqun.kiosk.activity;

import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.TallyBoard;
import cn.dangqun.kiosk.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 今日活动: every activity of the day at this site, with its hours, place and counts.
final class ActivitiesScreen extends StackPane {
    private static final int PER_PAGE_PORTRAIT = 3;
    private static final int PER_PAGE_LANDSCAPE = 2;

    private final Look look;
    private final Texts texts;
    private final Runnable calendar;
    private final Runnable home;

    public ActivitiesScreen(ActivitiesViewModel model, Look look, Runnable calendar, Runnable home) {
        this.look = look;
        this.texts = look.texts();
        this.calendar = calendar;
        this.home = home;
        setId("activities");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(ActivitiesState state) {
        var page = new Page(look, texts.get("activity.list.title"), texts.get("activity.list.subtitle"));
        switch (state) {
            case ActivitiesState.Loading _ ->
                page.body(new Notice(Glyph.HOURGLASS, texts.get("activity.list.loading"), ""));
            case ActivitiesState.Empty _ ->
                page.body(new Notice(
                        Glyph.CALENDAR, texts.get("activity.list.empty"), texts.get("activity.list.empty.next")));
            case ActivitiesState.ClockInDoubt _ ->
                page.body(new Notice(Glyph.CLOCK, texts.get("activity.doubt"), texts.get("activity.doubt.next")));
            case ActivitiesState.Unreadable _ ->
                page.body(new Notice(
                        Glyph.EXCLAMATION,
                        texts.get("activity.list.unreadable"),
                        texts.get("activity.list.unreadable.next")));
            case ActivitiesState.Listed listed ->
                page.list(new PagedList<>(
                        texts,
                        listed.activities(),
                        look.isPortrait() ? PER_PAGE_PORTRAIT : PER_PAGE_LANDSCAPE,
                        this::row));
        }
        var back = new ActionButton(texts.get("ui.home"), home);
        back.setId("home");
        var ahead = new ActionButton(texts.get("calendar.open"), calendar, "outline").withIcon(Glyph.CALENDAR);
        ahead.setId("calendar-open");
        getChildren().setAll(page.foot(ahead, back));
    }

    private Node row(ActivityToday today) {
        var activity = today.activity();
        var top = new HBox(
                ActivityWords.phase(today, look, "type-24"),
                Labels.fixed(ActivityWords.type(activity.type(), texts), "type-24", "quiet"));
        top.getStyleClass().add("gap-16");
        top.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(
                top,
                Labels.of(activity.title(), "type-44", "bold", "ink"),
                Labels.of(ActivityWords.when(today, look), "type-24", "ink"),
                Labels.of(today.organizationName(), "type-24", "quiet"));
        words.getStyleClass().add("gap-8");
        HBox.setHgrow(words, Priority.ALWAYS);
        var counts = new VBox(
                new TallyBoard(texts, today.tally().due(), today.tally().present(), "type-64"));
        if (today.guests() > 0) {
            counts.getChildren()
                    .add(Labels.fixed(texts.get("activity.row.guests", today.guests()), "type-24", "quiet"));
        }
        if (!today.merged() && today.phase() != ActivityToday.Phase.UPCOMING) {
            counts.getChildren().add(Labels.fixed(texts.get("activity.row.unmerged"), "type-24", "quiet"));
        }
        counts.setAlignment(Pos.CENTER);
        counts.setMinWidth(Region.USE_PREF_SIZE);
        counts.getStyleClass().add("narrow-tally");
        var row = new HBox(words, counts);
        row.getStyleClass().addAll("sheet", "gap-24");
        row.setAlignment(Pos.CENTER);
        return row;
    }
}
