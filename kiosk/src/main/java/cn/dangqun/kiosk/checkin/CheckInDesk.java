package cn.dangqun.kiosk.checkin;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.protocol.Signature;
import java.util.concurrent.CompletableFuture;

/// Decides what a presented credential comes to and records it. May be called from any thread; never blocks.
///
/// A future completes with a [CheckInOutcome.Counted] only after the fact is committed to disk. Futures never complete
/// exceptionally: a failing disk is [CheckInOutcome.NotSaved].
public interface CheckInDesk {
    CompletableFuture<CheckInOutcome> present(Credential credential);

    /// The same person, after choosing among activities, or joining one as 列席.
    CompletableFuture<CheckInOutcome> presentFor(Credential credential, ActivityId choice);

    /// Registers somebody the kiosk does not know as a guest of `activity` (F-10).
    CompletableFuture<CheckInOutcome> admitGuest(Credential credential, ActivityId activity, GuestKind kind);

    /// Undoes a check-in of the last ten seconds (F-07); false when it is too late, was undone already or could not be
    /// saved.
    CompletableFuture<Boolean> undo(FactId checkIn);

    /// The signature of somebody who was asked for one. Counted only after it is on the disk with the fact (OQ-27).
    CompletableFuture<CheckInOutcome> sign(CheckInOutcome.SignatureAsked asked, Signature signature);
}
