package cn.dangqun.server.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.ConsoleUnderTest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A kiosk hears which of its guests are known now, so that nobody counts there as a guest and as a person besides.
class RecognisedGuestsTest {
    private static final Epoch EPOCH = new Epoch("0123456789abcdef0123456789abcdef");
    private static final StreetFact.Ruling RULING = new StreetFact.Ruling("reviewer", "问过本人");

    private ConsoleUnderTest console;
    private Activity activity;
    private KioskId kiosk;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        activity = console.open().getFirst();
        kiosk = console.kiosk(1);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private long byCard(KioskId where) {
        return console.fact(
                where,
                new AttendanceFact.GuestCheckedIn(
                        activity.id(), GuestKind.FLOATING, Optional.of(new CardKey("c".repeat(64)))));
    }

    private long byName() {
        var word = new SealedId("d".repeat(64));
        return console.fact(
                kiosk,
                new AttendanceFact.GuestCheckedIn(
                        activity.id(),
                        GuestKind.FLOATING,
                        Optional.empty(),
                        Optional.of(new AttendanceFact.Named(word, word, new Handling("staff-1", "没有带证件")))));
    }

    private StreetCount.Elsewhere told(KioskId to) {
        return new StreetCountReader(console.database, console.clock)
                .read(new StreetCountReader.View(to, EPOCH, "site-1"), activity.id())
                .orElseThrow()
                .elsewhere();
    }

    private void decided(StreetFact fact) {
        console.database.write((handle, changes) -> console.ledger.street().append(handle, changes, fact));
    }

    private FactId matched(long seq, int who, AttendanceRole role) {
        var guest = new FactId(kiosk, EPOCH, seq);
        var roll =
                role == AttendanceRole.MEMBER ? Optional.of(activity.organization()) : Optional.<OrganizationId>empty();
        decided(new StreetFact.GuestMatched(
                activity.id(), guest, member(who), new AttendanceFact.Counting(role, roll, false, false), RULING));
        return guest;
    }

    private MemberId member(int who) {
        return console.roll(activity.organization()).get(who).id();
    }

    @Test
    void byNameAndByAnUnknownCardUntilTheDecisionIsTakenBack() {
        long card = byCard(kiosk);
        long name = byName();
        assertEquals(Set.of(), told(kiosk).recognised());

        var guest = matched(card, 0, AttendanceRole.MEMBER);
        assertEquals(Set.of(card), told(kiosk).recognised());
        assertEquals(0, told(kiosk).others());
        matched(name, 1, AttendanceRole.OBSERVER);
        assertEquals(Set.of(card, name), told(kiosk).recognised());
        assertEquals(1, told(kiosk).others(), "who is on no roll is told as one of the others");
        assertEquals(Set.of(), told(kiosk).withdrawn(), "the records stand");

        decided(new StreetFact.ItemDecided(
                ReviewItem.ofGuest(activity.id(), guest), ReviewItem.Answer.REOPENED, RULING));
        assertEquals(Set.of(name), told(kiosk).recognised());
    }

    @Test
    void theSameCardAtAnotherKioskIsKnownThereToo() {
        var other = console.kiosk(1);
        long here = byCard(kiosk);
        long there = byCard(other);

        matched(here, 0, AttendanceRole.MEMBER);

        assertEquals(Set.of(here), told(kiosk).recognised());
        assertEquals(Set.of(there), told(other).recognised());
        assertEquals(0, told(other).others());
    }
}
