package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.wall.WallBoard.Hanging;
import cn.dangqun.domain.wall.WallGroup;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.kiosk.place.Place;
import cn.dangqun.kiosk.ui.UiThread;
import cn.dangqun.kiosk.wall.WallPages.Paper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which frames there are and which page is read. What is taken down disappears at once, also under the reader's
/// eyes. All methods on the UI thread.
final class WallViewModel {
    private final WallService wall;
    private final ReadOnlyObjectWrapper<WallState> state;
    private Paper paper = new Paper(22, 16);

    public WallViewModel(WallService wall, UiThread ui) {
        this.wall = wall;
        this.state = new ReadOnlyObjectWrapper<>(listed(Optional.empty()));
        wall.onChange(() -> ui.execute(this::refresh));
    }

    public ReadOnlyObjectProperty<WallState> state() {
        return state.getReadOnlyProperty();
    }

    /// The list, from its beginning.
    public void open() {
        state.set(listed(Optional.empty()));
    }

    public void show(WallGroup group) {
        state.set(listed(Optional.of(group)));
    }

    /// Opens a frame: what hangs in it, or first the branches of which each has its own.
    public void read(WallSlotId slot) {
        find(slot).ifPresentOrElse(frame -> state.set(opened(frame)), this::refresh);
    }

    /// Opens one piece of a frame that branches share.
    void read(WallPieceId piece) {
        find(piece).ifPresentOrElse(hanging -> state.set(reading(hanging, 0)), this::refresh);
    }

    public void turn(int by) {
        if (state.get() instanceof WallState.Reading(var page, var shared)) {
            state.set(new WallState.Reading(page.turned(by), shared));
            refresh();
        }
    }

    /// How long somebody takes who reads slowly what stands there.
    Duration reading() {
        return state.get() instanceof WallState.Reading(var page, var _)
                ? page.sheet().reading().plus(Place.ORDINARY_QUIET)
                : Place.ORDINARY_QUIET;
    }

    /// From a page to the list it came from.
    void back() {
        switch (state.get()) {
            case WallState.Reading(var page, var shared) -> {
                var slot = page.hanging().slot();
                state.set(find(slot.id())
                        .filter(_ -> shared)
                        .<WallState>map(WallState.Shared::new)
                        .orElseGet(() -> listed(Optional.of(slot.group()))));
            }
            case WallState.Shared(var frame) ->
                state.set(listed(Optional.of(frame.slot().group())));
            case WallState.Listed _ -> {}
        }
    }

    /// What a picture's file holds; waits for the disk.
    Optional<byte[]> picture(ContentId file) {
        return wall.picture(file);
    }

    /// The screen has so much room.
    void fit(Paper now) {
        if (!now.equals(paper)) {
            paper = now;
            refresh();
        }
    }

    /// Shows the same as before, as it is now.
    private void refresh() {
        state.set(
                switch (state.get()) {
                    case WallState.Listed listed -> listed(Optional.of(listed.group()));
                    case WallState.Shared(var frame) ->
                        find(frame.slot().id())
                                .<WallState>map(WallState.Shared::new)
                                .orElseGet(() -> listed(Optional.of(frame.slot().group())));
                    case WallState.Reading(var page, var _) ->
                        find(page.hanging().piece().id())
                                .filter(page.hanging()::equals)
                                .<WallState>map(hanging -> reading(hanging, page.number()))
                                .orElseGet(() ->
                                        listed(Optional.of(page.hanging().slot().group())));
                });
    }

    private WallState opened(WallRow frame) {
        return frame.isShared()
                ? new WallState.Shared(frame)
                : reading(frame.pieces().getFirst(), 0);
    }

    private WallState reading(Hanging hanging, int number) {
        boolean shared = find(hanging.slot().id()).filter(WallRow::isShared).isPresent();
        return new WallState.Reading(WallPage.of(hanging, paper, number, wall::hasCome), shared);
    }

    private Optional<WallRow> find(WallSlotId slot) {
        return WallRow.of(wall.today().hanging()).stream()
                .filter(each -> each.slot().id().equals(slot))
                .findFirst();
    }

    private Optional<Hanging> find(WallPieceId piece) {
        return wall.today().hanging().stream()
                .filter(each -> each.piece().id().equals(piece))
                .findFirst();
    }

    private WallState listed(Optional<WallGroup> wanted) {
        var frames = WallRow.of(wall.today().hanging());
        List<WallGroup> groups = frames.stream()
                .map(each -> each.slot().group())
                .distinct()
                .sorted()
                .toList();
        var group = wanted.filter(groups::contains).orElse(groups.getFirst());
        return new WallState.Listed(
                groups,
                group,
                frames.stream().filter(each -> each.slot().group() == group).toList());
    }
}
