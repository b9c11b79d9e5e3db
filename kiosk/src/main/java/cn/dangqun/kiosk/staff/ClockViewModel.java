package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.ledger.ClockGuard;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.staff.ClockState.Part;
import cn.dangqun.kiosk.staff.ClockState.Remark;
import cn.dangqun.kiosk.ui.UiThread;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// 核对日期时间: staff type what their watch shows, see it once more, and confirm it (F-74). All methods on the UI
/// thread.
final class ClockViewModel {
    private static final List<DateTimeFormatter> PARTS = List.of("yyyy", "MM", "dd", "HH", "mm").stream()
            .map(pattern -> DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
            .toList();

    private final ClockDesk desk;
    private final UiThread ui;
    private final ZoneId zone;
    private final ReadOnlyObjectWrapper<ClockState> state = new ReadOnlyObjectWrapper<>(new ClockState.Away());
    private List<String> typed = List.of();
    private @Nullable StaffMember by;

    ClockViewModel(ClockDesk desk, UiThread ui, ZoneId zone) {
        this.desk = desk;
        this.ui = ui;
        this.zone = zone;
    }

    ReadOnlyObjectProperty<ClockState> state() {
        return state.getReadOnlyProperty();
    }

    void open(StaffMember staff) {
        by = staff;
        var believed = LocalDateTime.ofInstant(desk.time().instant(), zone);
        typed = PARTS.stream().map(part -> part.format(believed)).toList();
        set(Part.YEAR, Remark.NONE);
    }

    void leave() {
        by = null;
        state.set(new ClockState.Away());
    }

    /// What is typed next replaces this part.
    void choose(Part part) {
        if (state.get() instanceof ClockState.Setting) {
            set(part, Remark.NONE);
        }
    }

    /// The first digit begins the part anew; after its last one the next part follows.
    void type(String digit) {
        if (state.get() instanceof ClockState.Setting now) {
            var before = typed.get(now.at().place());
            var after = before.length() < now.at().digits() ? before + digit : digit;
            put(now.at(), after);
            boolean full = after.length() == now.at().digits();
            set(full ? now.at().next() : now.at(), Remark.NONE);
        }
    }

    void erase() {
        if (state.get() instanceof ClockState.Setting now) {
            put(now.at(), "");
            set(now.at(), Remark.NONE);
        }
    }

    private void put(Part part, String digits) {
        var all = new ArrayList<>(typed);
        all.set(part.place(), digits);
        typed = List.copyOf(all);
    }

    /// First step: it is shown once more.
    void check() {
        if (state.get() instanceof ClockState.Setting now) {
            wanted().ifPresentOrElse(
                            wanted -> {
                                if (canBe(wanted)) {
                                    state.set(new ClockState.Confirming(wanted));
                                } else {
                                    set(now.at(), Remark.CANNOT_BE);
                                }
                            },
                            () -> set(now.at(), Remark.NO_SUCH_TIME));
        }
    }

    private Optional<LocalDateTime> wanted() {
        try {
            int[] parts = typed.stream().mapToInt(Integer::parseInt).toArray();
            return Optional.of(LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4]));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean canBe(LocalDateTime wanted) {
        var instant = wanted.atZone(zone).toInstant();
        return !instant.isBefore(ClockGuard.EARLIEST) && instant.isBefore(ClockGuard.LATEST);
    }

    /// Back from the second step.
    void change() {
        if (state.get() instanceof ClockState.Confirming) {
            set(Part.YEAR, Remark.NONE);
        }
    }

    /// Second step: from now on the kiosk decides by it.
    void confirm() {
        var staff = by;
        if (state.get() instanceof ClockState.Confirming(LocalDateTime wanted) && staff != null) {
            state.set(new ClockState.Saving(wanted));
            var _ = desk.confirm(staff.id(), wanted.atZone(zone).toInstant())
                    .thenAccept(saved -> ui.execute(() -> answered(wanted, saved)));
        }
    }

    private void answered(LocalDateTime wanted, boolean saved) {
        if (!state.get().equals(new ClockState.Saving(wanted))) {
            return;
        }
        if (saved) {
            state.set(new ClockState.Done(wanted));
        } else {
            set(Part.YEAR, Remark.NOT_SAVED);
        }
    }

    private void set(Part part, Remark remark) {
        state.set(new ClockState.Setting(desk.time(), typed, part, remark));
    }
}
