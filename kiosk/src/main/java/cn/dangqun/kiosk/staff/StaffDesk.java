package cn.dangqun.kiosk.staff;

import cn.dangqun.kiosk.place.StaffMember;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Opens the staff corner to duty staff, offline, with lock-out (F-80). May be called from any thread; never
/// blocks, but [#onDuty] reads photos from disk.
public interface StaffDesk {
    List<StaffMember> staff();

    /// As of now; with the photos that have come.
    Duty onDuty();

    CompletableFuture<Unlock> unlock(String staffId, String pin);

    /// The same from a browser of the centre. Wrong tries there pause nobody at the kiosk; and whoever got in from a
    /// place before is not paused there by those who try from elsewhere.
    CompletableFuture<Unlock> unlockFrom(String place, String staffId, String pin);

    /// When the last turn of today ends that this person has by the rota; empty when they have none today.
    Optional<Instant> turnsEnd(String staffId);

    /// Chooses the own PIN with a one-time code, and opens. Ends in [Unlock.Unlocked], [Unlock.NotSaved], or as
    /// the code is judged.
    CompletableFuture<Unlock> choosePin(String staffId, String code, String pin);

    sealed interface Unlock {
        record Unlocked(StaffMember by) implements Unlock {}

        /// It was the one-time code: now a PIN is chosen with it
        record CodeAccepted(StaffMember by) implements Unlock {}

        record WrongPin(int triesLeft) implements Unlock {}

        record LockedOut(Instant until) implements Unlock {}

        /// The unlocking could not be recorded, so the corner stays shut.
        record NotSaved() implements Unlock {}
    }
}
