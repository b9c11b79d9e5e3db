package cn.dangqun.kiosk.ui;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Rows by the page, turned with two big buttons: a finger does not scroll a list on Linux (PLATFORM B §4). With one
/// page there are no buttons.
public final class PagedList<T> extends VBox {
    private final Texts texts;
    private final List<T> items;
    private final int perPage;
    private final Function<T, Node> row;
    private int page;

    public PagedList(Texts texts, List<T> items, int perPage, Function<T, Node> row) {
        this.texts = texts;
        this.items = List.copyOf(items);
        this.perPage = perPage;
        this.row = row;
        getStyleClass().add("gap-24");
        turnTo(0);
    }

    private int pages() {
        return Math.max(1, Math.ceilDiv(items.size(), perPage));
    }

    private void turnTo(int wanted) {
        page = Math.clamp(wanted, 0, pages() - 1);
        var rows = new VBox();
        rows.getStyleClass().add("gap-16");
        items.stream().skip((long) page * perPage).limit(perPage).map(row).forEach(rows.getChildren()::add);
        getChildren().setAll(rows);
        if (pages() > 1) {
            getChildren().addAll(space(), turner());
        }
    }

    private static Region space() {
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        return space;
    }

    private HBox turner() {
        var back = new ActionButton(texts.get("ui.page.previous"), () -> turnTo(page - 1), "outline");
        back.setId("page-previous");
        back.setDisable(page == 0);
        var on = new ActionButton(texts.get("ui.page.next"), () -> turnTo(page + 1), "outline");
        on.setId("page-next");
        on.setDisable(page == pages() - 1);
        var where = Words.fixed(texts.get("ui.page.position", page + 1, pages()), "type-24", "quiet");
        HBox.setHgrow(back, Priority.ALWAYS);
        HBox.setHgrow(on, Priority.ALWAYS);
        var turner = new HBox(back, where, on);
        turner.getStyleClass().add("gap-24");
        turner.setAlignment(Pos.CENTER);
        return turner;
    }
}
