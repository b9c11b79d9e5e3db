package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.place.StaffMember;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Opens the staff corner to duty staff, offline, with lock-out (F-80). May be called from any thread; never blocks.
public interface StaffDesk {
    List<StaffMember> staff();

    CompletableFuture<Unlock> unlock(String staffId, String pin);

    sealed interface Unlock {
        record Unlocked(StaffMember by) implements Unlock {}

        record WrongPin(int triesLeft) implements Unlock {}

        record LockedOut(Instant until) implements Unlock {}

        /// The unlocking could not be recorded, so the corner stays shut.
        record NotSaved() implements Unlock {}
    }
}
