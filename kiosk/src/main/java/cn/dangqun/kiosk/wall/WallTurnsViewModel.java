package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.wall.WallBoard.Hanging;
import cn.dangqun.kiosk.ui.UiThread;
import cn.dangqun.kiosk.wall.WallPages.Paper;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// While nobody is here the idle screen and the wall's pages take turns (F-42); while check-in is open the idle screen
/// stays. Between two turns nothing runs. All methods on the UI thread.
public final class WallTurnsViewModel {
    /// Long enough to read a sheet.
    public static final Duration TURN = Duration.ofSeconds(30);

    private final WallService wall;
    private final UiThread ui;
    private final ReadOnlyObjectWrapper<WallTurn> state = new ReadOnlyObjectWrapper<>(new WallTurn.Rest());
    private Paper paper = new Paper(22, 14);
    private UiThread.@Nullable Pending next;
    private boolean idle;
    private boolean checkInOpen;

    public WallTurnsViewModel(WallService wall, UiThread ui) {
        this.wall = wall;
        this.ui = ui;
        wall.onChange(() -> ui.execute(this::renew));
    }

    public ReadOnlyObjectProperty<WallTurn> state() {
        return state.getReadOnlyProperty();
    }

    /// Nobody is here, or somebody has come.
    public void idle(boolean now) {
        idle = now;
        rest();
    }

    /// The check-in invitation leads from now on, or no longer.
    public void checkInOpen(boolean now) {
        if (checkInOpen != now) {
            checkInOpen = now;
            rest();
        }
    }

    private void rest() {
        state.set(new WallTurn.Rest());
        wait(idle && !checkInOpen);
    }

    private void wait(boolean goesOn) {
        if (next != null) {
            next.cancel();
        }
        next = goesOn ? ui.after(TURN, this::turn) : null;
    }

    private void turn() {
        state.set(
                switch (state.get()) {
                    case WallTurn.Rest _ ->
                        show(Optional.of(wall.today().hanging().getFirst()));
                    case WallTurn.Show(var page) -> page.isLast() ? show(after(page.hanging())) : stay(page, 1);
                });
        wait(true);
    }

    private WallTurn show(Optional<Hanging> hanging) {
        return hanging.<WallTurn>map(each -> new WallTurn.Show(WallPage.of(each, paper, 0, wall::hasCome)))
                .orElseGet(WallTurn.Rest::new);
    }

    private Optional<Hanging> after(Hanging shown) {
        return wall.today().hanging().stream()
                .dropWhile(each -> !each.piece().id().equals(shown.piece().id()))
                .skip(1)
                .findFirst();
    }

    /// The same page or a later one of it, unless it no longer hangs.
    private WallTurn stay(WallPage page, int by) {
        return wall.today().hanging().contains(page.hanging())
                ? new WallTurn.Show(WallPage.of(page.hanging(), paper, page.number() + by, wall::hasCome))
                : show(after(page.hanging()));
    }

    /// What a picture's file holds; waits for the disk.
    Optional<byte[]> picture(ContentId file) {
        return wall.picture(file);
    }

    /// The screen has so much room.
    public void fit(Paper now) {
        if (!now.equals(paper)) {
            paper = now;
            renew();
        }
    }

    private void renew() {
        if (state.get() instanceof WallTurn.Show(var page)) {
            state.set(stay(page, 0));
        }
    }
}
