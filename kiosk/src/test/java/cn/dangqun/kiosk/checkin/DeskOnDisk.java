package cn.dangqun.kiosk.checkin;

import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static cn.dangqun.kiosk.reference.MadeUpStreet.activity;
import static cn.dangqun.kiosk.reference.MadeUpStreet.card;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.ledger.KeysOnDisk;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.protocol.FactCodec;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A check-in desk over a real ledger and a made-up street, in a directory of the test.
public abstract class DeskOnDisk {
    protected static final Activity MORNING = activity("morning", FIRST_BRANCH, "09:00", "11:00");
    protected static final Activity ALSO_MORNING = activity("also-morning", FIRST_BRANCH, "09:00", "11:00");
    protected static final Activity OF_GROUP = activity("group", GROUP, "19:00", "20:00");
    protected static final KioskId KIOSK = new KioskId("kiosk-1");
    protected static final Credential STRANGERS_CARD = new Credential.Card(card("stranger"), CardKind.CONTACTLESS_UID);

    @TempDir
    protected Path directory;

    protected final SteppedClock clock = new SteppedClock(at("08:55"));
    protected Ledger ledger;
    protected ReferenceStore reference;
    LedgerCheckInDesk desk;

    @BeforeEach
    void open() throws Exception {
        ledger = Ledger.open(
                directory.resolve("ledger.db"),
                clock,
                KeysOnDisk.beside(directory.resolve("ledger.db")),
                KioskCore.PROJECTIONS);
        ledger.adopt(KIOSK).join();
        reference = MadeUpStreet.store(directory, clock, MadeUpStreet.items(MORNING));
        desk = new LedgerCheckInDesk(ledger, reference, clock, ZONE);
    }

    @AfterEach
    void close() {
        ledger.close();
        reference.close();
    }

    protected static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    protected void alsoPlan(Activity activity) {
        reference
                .apply(
                        MadeUpStreet.page(
                                reference.applied(), false, List.of(new ReferenceItem.ActivityItem(activity))),
                        "")
                .join();
    }

    protected static Credential cardOf(Member member) {
        return new Credential.Card(card(member), CardKind.RESIDENT_CHIP);
    }

    protected CheckInOutcome tap(Member member) {
        return desk.present(cardOf(member)).join();
    }

    protected CheckInOutcome.CheckedIn checkedIn(Member member) {
        return assertInstanceOf(CheckInOutcome.CheckedIn.class, tap(member));
    }

    protected CheckInOutcome presentFor(Member member, ActivityId choice) {
        return desk.presentFor(cardOf(member), choice).join();
    }

    /// Joins the morning's activity, as 列席 who is not on its roll.
    protected CheckInOutcome joined(Member member) {
        return desk.presentFor(cardOf(member), MORNING.id()).join();
    }

    protected void strangerAdmitted() {
        desk.admitGuest(STRANGERS_CARD, MORNING.id(), GuestKind.FLOATING).join();
    }

    /// What the desk recorded about people.
    protected List<Fact> facts() throws Exception {
        return everything().stream()
                .filter(fact -> !(fact instanceof AttendanceFact.RollFrozen))
                .toList();
    }

    /// That, and the rolls it froze.
    protected List<Fact> everything() throws Exception {
        var batch = ledger.newReader().batch(0, 1000, Integer.MAX_VALUE);
        var facts = new ArrayList<Fact>();
        for (var record : batch.records()) {
            facts.add(
                    FactCodec.decode(KIOSK, batch.epoch(), record.toByteArray()).fact());
        }
        return facts;
    }

    protected void apply(ReferenceChange change) {
        reference
                .apply(MadeUpStreet.pageOf(reference.applied(), false, List.of(change)), "")
                .join();
    }
}
