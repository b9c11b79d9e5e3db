package cn.dangqun.kiosk.shell;

import cn.dangqun.kiosk.activity.ActivityToday;
import cn.dangqun.kiosk.activity.ActivityToday.Phase;
import cn.dangqun.kiosk.staff.StaffDesk.StaffMember;
import cn.dangqun.kiosk.sync.SyncStatus;
import cn.dangqun.kiosk.ui.UiThread;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The state of idle and home, renewed at every full minute, after a check-in and when the link changes; between these
/// nothing runs. Methods on the UI thread; disk is read on `background`.
public final class HomeViewModel {
    private static final Logger log = LoggerFactory.getLogger(HomeViewModel.class);

    private final KioskServices services;
    private final UiThread ui;
    private final Executor background;
    private final ReadOnlyObjectWrapper<HomeState> state;
    private @Nullable Reading last;

    public HomeViewModel(KioskServices services, UiThread ui, Executor background) {
        this.services = services;
        this.ui = ui;
        this.background = background;
        this.state = new ReadOnlyObjectWrapper<>(new HomeState.Loading(new HomeState.Board(
                "", services.clock().instant(), List.of(), services.sync().status())));
        services.sync().onChange(_ -> ui.execute(this::compose));
    }

    public ReadOnlyObjectProperty<HomeState> state() {
        return state.getReadOnlyProperty();
    }

    /// Reads now, and then at every full minute.
    public void start() {
        refresh();
        var now = services.clock().instant();
        var minute = now.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        var _ = ui.after(Duration.between(now, minute), this::start);
    }

    public void refresh() {
        var _ = CompletableFuture.supplyAsync(this::read, background)
                .whenComplete((reading, problem) -> ui.execute(() -> show(reading, problem)));
    }

    private Reading read() {
        return new Reading(
                services.site().siteName(),
                services.staff().staff(),
                services.activities().list());
    }

    private void show(@Nullable Reading reading, @Nullable Throwable problem) {
        if (reading == null) {
            log.error("The board cannot be read", problem);
            state.set(new HomeState.Unreadable(board(last)));
        } else {
            last = reading;
            compose();
        }
    }

    private void compose() {
        var reading = last;
        if (reading != null) {
            state.set(compose(board(reading), reading.activities()));
        }
    }

    private static HomeState compose(HomeState.Board board, List<ActivityToday> today) {
        if (board.sync().link() instanceof SyncStatus.Link.Refused(SyncStatus.RefusalReason reason)
                && reason == SyncStatus.RefusalReason.REVOKED) {
            return new HomeState.Revoked(board);
        }
        var open = today.stream().filter(a -> a.phase() == Phase.OPEN).toList();
        if (!open.isEmpty()) {
            return new HomeState.Open(board, open);
        }
        return today.stream()
                .filter(a -> a.phase() == Phase.UPCOMING)
                .findFirst()
                .<HomeState>map(next -> new HomeState.Next(board, next))
                .orElseGet(() -> today.isEmpty() ? new HomeState.Nothing(board) : new HomeState.Over(board));
    }

    private HomeState.Board board(@Nullable Reading reading) {
        Instant now = services.clock().instant();
        var sync = services.sync().status();
        if (reading == null) {
            return new HomeState.Board(state.get().board().siteName(), now, List.of(), sync);
        }
        var onDuty = reading.staff().stream()
                .filter(member -> !member.duty().isBlank())
                .toList();
        return new HomeState.Board(reading.siteName(), now, onDuty, sync);
    }

    private record Reading(String siteName, List<StaffMember> staff, List<ActivityToday> activities) {}
}
