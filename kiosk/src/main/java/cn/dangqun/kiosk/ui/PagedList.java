package cn.dangqun.kiosk.ui;

import java.util.List;
import java.util.Optional;
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
    private final VBox rows = new VBox();
    private final HBox turner = new HBox();
    private int page;

    public PagedList(Texts texts, List<T> items, int perPage, Function<T, Node> row) {
        this.texts = texts;
        this.items = List.copyOf(items);
        this.perPage = perPage;
        this.row = row;
        getStyleClass().add("gap-24");
        rows.getStyleClass().add("gap-16");
        turner.getStyleClass().addAll("gap-24", "turner");
        turner.setAlignment(Pos.CENTER);
        getChildren().add(rows);
        if (pages() > 1) {
            getChildren().addAll(space(), turner);
        }
        turnTo(0);
    }

    /// Takes the page buttons out of the list, to be put elsewhere; empty when one page holds everything.
    public Optional<HBox> takeTurner() {
        if (pages() == 1) {
            return Optional.empty();
        }
        getChildren().setAll(rows);
        return Optional.of(turner);
    }

    /// The same; with one page its place stays empty, so that nothing beside a list that changes moves under a finger.
    public HBox takeSteadyTurner() {
        getChildren().setAll(rows);
        turner.setVisible(pages() > 1);
        return turner;
    }

    /// Asks for the rows of this page again; the page stays.
    public void refresh() {
        turnTo(page);
    }

    private int pages() {
        return Math.max(1, Math.ceilDiv(items.size(), perPage));
    }

    private void turnTo(int wanted) {
        page = Math.clamp(wanted, 0, pages() - 1);
        rows.getChildren()
                .setAll(items.stream()
                        .skip((long) page * perPage)
                        .limit(perPage)
                        .map(row)
                        .toList());
        var where = Labels.fixed(texts.get("ui.page.position", page + 1, pages()), "type-24", "quiet");
        turner.getChildren()
                .setAll(
                        turn("page-previous", "ui.page.previous", page - 1),
                        where,
                        turn("page-next", "ui.page.next", page + 1));
    }

    private ActionButton turn(String id, String key, int to) {
        var button = new ActionButton(texts.get(key), () -> turnTo(to), "outline");
        button.setId(id);
        button.setDisable(to < 0 || to >= pages());
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private static Region space() {
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        return space;
    }
}
