package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.staff.ParkedRecords.ParkedRecord;
import cn.dangqun.kiosk.staff.ReturnedDesk.Returned;
import cn.dangqun.kiosk.ui.ActionButton;
import cn.dangqun.kiosk.ui.Glyph;
import cn.dangqun.kiosk.ui.Labels;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Notice;
import cn.dangqun.kiosk.ui.Page;
import cn.dangqun.kiosk.ui.PagedList;
import cn.dangqun.kiosk.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// 待处理: when, what, whose, why, and what to do about each.
final class ParkedScreen extends StackPane {
    private static final int PER_PAGE_PORTRAIT = 5;
    private static final int PER_PAGE_LANDSCAPE = 3;

    private static final int WITH_ANSWERS_PORTRAIT = 4;
    private static final int WITH_ANSWERS_LANDSCAPE = 2;

    private final ParkedViewModel model;
    private final Look look;
    private final Texts texts;
    private final Runnable back;

    ParkedScreen(ParkedViewModel model, Look look, Runnable back) {
        this.model = model;
        this.look = look;
        this.texts = look.texts();
        this.back = back;
        setId("parked");
        model.state().addListener((_, _, now) -> render(now));
        render(model.state().get());
    }

    private void render(ParkedViewModel.State state) {
        var page = new Page(look, texts.get("staff.parked.title"), texts.get("staff.parked.subtitle"));
        switch (state) {
            case ParkedViewModel.State.Shut _ -> {
                getChildren().clear();
                return;
            }
            case ParkedViewModel.State.Unreadable _ ->
                page.body(new Notice(
                        Glyph.EXCLAMATION,
                        texts.get("staff.parked.unreadable"),
                        texts.get("staff.parked.unreadable.next")));
            case ParkedViewModel.State.Listed listed
            when listed.isEmpty() ->
                page.body(new Notice(Glyph.CHECK, texts.get("staff.parked.none"), texts.get("staff.parked.none.next")));
            case ParkedViewModel.State.Listed listed -> page.list(list(listed));
        }
        var button = new ActionButton(
                        texts.get(hasAnswers(state) ? "staff.returned.back" : "staff.parked.back"), back, "outline")
                .withIcon(Glyph.BACK);
        button.setId("corner");
        getChildren().setAll(page.foot(foot(state, button)));
    }

    private static boolean hasAnswers(ParkedViewModel.State state) {
        return state instanceof ParkedViewModel.State.Listed listed
                && !listed.returned().isEmpty();
    }

    /// The oldest that was returned is answered first, where a hand reaches in both orientations.
    private ActionButton[] foot(ParkedViewModel.State state, ActionButton back) {
        var buttons = new ArrayList<>(List.of(back));
        if (state instanceof ParkedViewModel.State.Listed listed
                && !listed.returned().isEmpty()) {
            var first = listed.returned().getFirst();
            for (var words : List.of(
                    texts.get("staff.returned.unable"),
                    texts.get("staff.returned.checked"),
                    texts.get("staff.returned.done"))) {
                buttons.add(new ActionButton(words, () -> model.answer(first, words), "outline"));
            }
        }
        return buttons.toArray(ActionButton[]::new);
    }

    /// What was returned comes first: somebody waits for the answer.
    private PagedList<Supplier<Node>> list(ParkedViewModel.State.Listed listed) {
        var rows = Stream.concat(
                        listed.returned().stream().<Supplier<Node>>map(each -> () -> row(each, listed.kept())),
                        listed.records().stream().<Supplier<Node>>map(each -> () -> row(each)))
                .toList();
        boolean answers = !listed.returned().isEmpty();
        int portrait = answers ? WITH_ANSWERS_PORTRAIT : PER_PAGE_PORTRAIT;
        int landscape = answers ? WITH_ANSWERS_LANDSCAPE : PER_PAGE_LANDSCAPE;
        return new PagedList<>(texts, rows, look.isPortrait() ? portrait : landscape, Supplier::get);
    }

    private Node row(Returned returned, boolean kept) {
        var note = texts.get("staff.returned.note", returned.note());
        var row = new VBox(
                Labels.of(returned.title(), "type-32", "bold", "ink"),
                Labels.of(kept ? note : texts.get("staff.returned.notKept"), "type-24", "amber"));
        row.getStyleClass().addAll("sheet", "section", "gap-8");
        return row;
    }

    private Node row(ParkedRecord parked) {
        var when = parked.at()
                .map(at -> texts.date(at, look.zone()) + " " + texts.time(at, look.zone()))
                .orElse(texts.get("staff.parked.when.unknown"));
        var head = texts.get(
                "staff.parked.row", when, what(parked.what()), parked.name().orElse(""));
        var row = new VBox(Labels.of(head, "type-32", "bold", "ink"));
        if (!parked.activity().isEmpty()) {
            row.getChildren().add(Labels.of(parked.activity(), "type-24", "ink"));
        }
        row.getChildren().add(Labels.of(why(parked.why()), "type-24", "amber"));
        row.getStyleClass().addAll("sheet", "section", "gap-8");
        return row;
    }

    private String what(ParkedRecords.What what) {
        return switch (what) {
            case CHECK_IN -> texts.get("staff.parked.what.in");
            case GUEST -> texts.get("staff.parked.what.guest");
            case UNDO -> texts.get("staff.parked.what.undo");
            case OTHER -> texts.get("staff.parked.what.other");
        };
    }

    private String why(ParkedRecords.Why why) {
        return switch (why) {
            case UNREADABLE -> texts.get("staff.parked.why.unreadable");
            case UNKNOWN_KIND -> texts.get("staff.parked.why.kind");
            case IMPOSSIBLE -> texts.get("staff.parked.why.impossible");
            case OTHER -> texts.get("staff.parked.why.other");
        };
    }
}
