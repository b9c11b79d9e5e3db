package cn.dangqun.acceptance.roll;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.queue.Handover;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.activity.ActivityToday;
import cn.dangqun.kiosk.activity.LedgerActivities;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.checkin.LedgerCheckInDesk;
import cn.dangqun.kiosk.guest.GuestDesk;
import cn.dangqun.kiosk.guest.LedgerGuestDesk;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.meeting.LedgerMeetingDesk;
import cn.dangqun.kiosk.meeting.MeetingAct;
import cn.dangqun.kiosk.meeting.MeetingDesk;
import cn.dangqun.kiosk.meeting.MeetingPapers;
import cn.dangqun.kiosk.meeting.MeetingView;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.print.PaperOffer;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.request.RequestFeature;
import cn.dangqun.kiosk.request.RequestServices;
import cn.dangqun.kiosk.roll.LedgerRollDesk;
import cn.dangqun.kiosk.roll.RollAct;
import cn.dangqun.kiosk.roll.RollDesk;
import cn.dangqun.kiosk.roll.RollSheet;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.kiosk.ui.Look;
import cn.dangqun.kiosk.ui.Orientation;
import cn.dangqun.kiosk.ui.Texts;
import cn.dangqun.protocol.ProtocolVersion;
import cn.dangqun.protocol.Signature;
import cn.dangqun.protocol.StreetCountCodec;
import cn.dangqun.protocol.wire.Health;
import cn.dangqun.protocol.wire.Push;
import cn.dangqun.server.attendance.StreetCountReader;
import cn.dangqun.server.ledger.AppendResult;
import cn.dangqun.server.reference.Held;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A kiosk's ledger, roster and desk on disk; the test carries its messages, or loses them.
final class CarriedKiosk implements AutoCloseable {
    private static final Signature NAME = new Signature(
            List.of(new Signature.Stroke(List.of(new Signature.Point(0, 0), new Signature.Point(300, 100)))));

    private final Centre centre;
    private final KioskId id;
    private final Ledger ledger;
    private final ReferenceStore reference;
    private final LedgerCheckInDesk desk;
    private final LedgerRollDesk rolls;
    private final LedgerMeetingDesk meetings;
    private final LedgerGuestDesk guests;
    private final LedgerActivities activities;
    private final Epoch epoch;
    private final String site;
    private Optional<Held> held = Optional.empty();

    CarriedKiosk(Centre centre, Path folder, KioskId id) throws Exception {
        this(centre, folder, id, OneDay.SITE);
    }

    CarriedKiosk(Centre centre, Path folder, KioskId id, String site) throws Exception {
        this.site = site;
        this.centre = centre;
        this.id = id;
        Files.createDirectories(folder);
        ledger = Ledger.open(folder.resolve("ledger.db"), centre.clock, KioskCore.PROJECTIONS);
        ledger.adopt(id).join();
        epoch = ledger.position().orElseThrow().epoch();
        reference = ReferenceStore.open(folder.resolve("reference.db"), Optional.empty(), centre.clock);
        desk = new LedgerCheckInDesk(ledger, reference, centre.clock, OneDay.ZONE);
        rolls = new LedgerRollDesk(ledger, reference, centre.clock, OneDay.ZONE);
        meetings = new LedgerMeetingDesk(ledger, reference, centre.clock, OneDay.ZONE);
        guests = new LedgerGuestDesk(ledger, reference, centre.clock, OneDay.ZONE);
        activities = new LedgerActivities(reference, ledger, OneDay.ZONE);
        fetch();
    }

    /// The person goes to this activity, and signs when asked and `signs`. Present when the screen said that they count
    /// as a member.
    Optional<FactId> tap(int person, ActivityId activity, boolean signs) {
        var card = new Credential.Card(OneDay.card(person), CardKind.CONTACTLESS_UID);
        var outcome = desk.presentFor(card, activity).join();
        return switch (outcome) {
            case CheckInOutcome.CheckedIn in when in.role() == AttendanceRole.MEMBER -> Optional.of(in.fact());
            case CheckInOutcome.SignatureAsked asked
            when signs && desk.sign(asked, NAME).join() instanceof CheckInOutcome.Signed signed ->
                Optional.of(signed.fact());
            default -> Optional.empty();
        };
    }

    Optional<FactId> tap(int person, ActivityId activity) {
        return tap(person, activity, true);
    }

    /// Staff do this; false when things stood otherwise.
    boolean staff(ActivityId activity, RollAct act, StaffRole role) {
        var answer = rolls.record(activity, act, new StaffMember("staff-1", "试验值守", "", role))
                .join();
        if (answer == RollDesk.Answer.NOT_SAVED) {
            throw new AssertionError("not saved");
        }
        return answer == RollDesk.Answer.DONE;
    }

    /// Staff run the session so; false when things stood otherwise.
    boolean session(ActivityId activity, MeetingAct act) {
        var answer = meetings.record(activity, act, new StaffMember("staff-1", "试验值守", "", StaffRole.DUTY_STAFF))
                .join();
        if (answer == MeetingDesk.Answer.NOT_SAVED) {
            throw new AssertionError("not saved");
        }
        return answer == MeetingDesk.Answer.DONE;
    }

    /// Somebody without card or code writes their name before staff; false when that was not the time.
    boolean guestByName(ActivityId activity) {
        var act = new GuestDesk.GuestAct.Name(GuestKind.FLOATING, NAME, NAME, "没有带证件");
        var answer = guests.record(activity, act, new StaffMember("staff-1", "试验值守", "", StaffRole.DUTY_STAFF))
                .join();
        if (answer == GuestDesk.Answer.NOT_SAVED) {
            throw new AssertionError("not saved");
        }
        return answer == GuestDesk.Answer.DONE;
    }

    /// Who is there and on no roll.
    int others(ActivityId activity) throws Exception {
        var epoch = ledger.position().map(each -> each.epoch().hex()).orElse("");
        return ledger.newReader().ask(db -> new AttendanceBook(db).others(activity, epoch));
    }

    /// The session as staff see it.
    MeetingView session(ActivityId activity) {
        return meetings.view(activity).orElseThrow();
    }

    /// What can be printed of it.
    PaperOffer papers(ActivityId activity) {
        var look = new Look(Texts.chinese(), Orientation.PORTRAIT, OneDay.ZONE, 1);
        return new MeetingPapers(meetings, look).offer(session(activity), "meeting");
    }

    /// The roll as staff see it.
    RollSheet sheet(ActivityId activity) {
        return rolls.sheet(activity).orElseThrow();
    }

    boolean undo(FactId checkIn) {
        return desk.undo(checkIn).join();
    }

    /// Sends what the street has not acknowledged.
    void push() throws Exception {
        var position = ledger.position().orElseThrow();
        var batch = ledger.newReader().batch(position.ackedSeq(), 4096, 1 << 20);
        if (batch.isEmpty()) {
            return;
        }
        var push = Push.newBuilder()
                .setPushId(1)
                .setEpoch(epoch.hex())
                .setFirstSeq(batch.firstSeq())
                .setFirstPreviousHash(batch.previousHash())
                .addAllRecords(batch.records())
                .build();
        var taken = centre.street.ledger().append(id, epoch, push).orElseThrow().join();
        if (!(taken instanceof AppendResult.Taken done) || !done.quarantined().isEmpty()) {
            throw new AssertionError("not taken: " + taken);
        }
        ledger.acknowledge(epoch, done.throughSeq(), Map.of()).join();
    }

    /// Says how much it has not sent.
    void report() {
        var health =
                Health.newBuilder().setUnsent(ledger.position().orElseThrow().pending());
        ledger.position()
                .flatMap(each -> each.oldestPending())
                .ifPresent(oldest -> health.setOldestUnsentWallMillis(oldest.toEpochMilli()));
        centre.street.kiosks().notedHealth(id, epoch, health.build(), centre.clock.millis());
        centre.street.database().write((handle, changes) -> id); // behind it in the same queue
    }

    /// Its requests, as the screen and the windows have them.
    RequestServices requests() {
        return RequestFeature.services(
                ledger, reference, centre.clock, OneDay.ZONE, _ -> CompletableFuture.completedFuture(Handover.PRINTED));
    }

    /// Takes what the street published.
    void fetch() {
        var now = new Held(site, ProtocolVersion.NEWEST, "");
        var feed = centre.street.reference().feed(now, held, reference.applied());
        for (var next = centre.street.reference().next(feed);
                next.isPresent();
                next = centre.street.reference().next(feed)) {
            reference.apply(next.get().page(), "").join();
            feed = next.get().feed();
            held = Optional.of(feed.held());
        }
    }

    /// Whether the person is on its disk.
    boolean knows(int person) {
        return reference.index().member(OneDay.id(person)).isPresent();
    }

    /// The person shows their code at this activity: true when the screen said that they are recorded, by name or
    /// as somebody whose code is genuine.
    boolean showsCode(int person, String code, ActivityId activity) {
        var shown = new Credential.Code(code);
        var outcome = reference.index().member(OneDay.id(person)).isPresent()
                ? desk.presentFor(shown, activity).join()
                : desk.admitGuest(shown, activity, GuestKind.OBSERVER).join();
        return switch (outcome) {
            case CheckInOutcome.CheckedIn _ -> true;
            case CheckInOutcome.Verified _ -> true;
            default -> false;
        };
    }

    /// Hears how the activities stand, in the words that travel.
    void hear() throws Exception {
        var view = new StreetCountReader.View(id, epoch, site);
        for (var activity : centre.standings.current(site)) {
            var told = StreetCountCodec.encode(
                    centre.standings.read(view, activity).orElseThrow());
            var heard = StreetCountCodec.decode(told);
            ledger.write(transaction -> {
                        new AttendanceBook(transaction.db()).keep(heard, epoch.hex(), centre.clock.instant());
                        return heard;
                    })
                    .join();
        }
    }

    /// What the screen shows of today, by activity.
    Map<ActivityId, ActivityToday> screen() {
        var shown = new HashMap<ActivityId, ActivityToday>();
        activities.list().forEach(each -> shown.put(each.activity().id(), each));
        return shown;
    }

    @Override
    public void close() {
        ledger.close();
        reference.close();
    }
}
