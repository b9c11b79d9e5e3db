package cn.dangqun.kiosk.guest;

import static cn.dangqun.kiosk.reference.MadeUpStreet.FLOATING_IN;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static cn.dangqun.kiosk.reference.MadeUpStreet.REPORTED_IN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.checkin.DeskOnDisk;
import cn.dangqun.kiosk.guest.GuestDesk.Answer;
import cn.dangqun.kiosk.guest.GuestDesk.GuestAct;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.place.StaffMember;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerGuestDeskTest extends DeskOnDisk {
    private static final StaffMember STAFF = new StaffMember("s-1", "样例甲", "", StaffRole.DUTY_STAFF);
    private static final GuestAct BY_HAND =
            new GuestAct.Name(GuestKind.FLOATING, FakeGuests.HAND, FakeGuests.HAND, "没有带证件");
    private GuestDesk guests;

    @BeforeEach
    void openGuests() {
        guests = new LedgerGuestDesk(ledger, reference, clock, MadeUpStreet.ZONE);
    }

    private Answer does(GuestAct act) {
        return guests.record(MORNING.id(), act, STAFF).join();
    }

    private GuestSheet sheet() {
        return guests.sheet(MORNING.id()).orElseThrow();
    }

    private Tally tally() throws Exception {
        return ledger.newReader()
                .ask(db -> new AttendanceBook(db)
                        .attendance(MORNING, reference.index().roster())
                        .tally());
    }

    private int others() throws Exception {
        return ledger.newReader().ask(db -> new AttendanceBook(db).others(MORNING.id(), epoch()));
    }

    @Test
    void whomTheStreetListsIsRegisteredOnceAndNeverPresentHere() throws Exception {
        assertEquals(
                List.of(GuestKind.REPORTED_IN, GuestKind.FLOATING),
                sheet().known().stream().map(GuestSheet.Known::kind).sorted().toList());
        var admit = new GuestAct.Admit(REPORTED_IN.id(), "没有带证件");

        assertEquals(Answer.DONE, does(admit));
        assertEquals(Answer.OVERTAKEN, does(admit), "once");
        assertEquals(Answer.OVERTAKEN, does(new GuestAct.Admit(IN_FIRST.id(), "没有带证件")), "who is on the roll");

        var fact = assertInstanceOf(AttendanceFact.Registered.class, facts().getLast());
        assertEquals(AttendanceRole.LINKED, fact.as().role());
        assertEquals(new Handling("s-1", "没有带证件"), fact.by());
        assertEquals(0, tally().present());
        assertEquals(1, others());
        assertEquals(1, sheet().known().size());
        assertEquals(REPORTED_IN.id(), sheet().here().getFirst().member().orElseThrow());
    }

    @Test
    void whoeverTapsThereafterIsNotCountedTwice() throws Exception {
        does(new GuestAct.Admit(FLOATING_IN.id(), "没有带证件"));

        tap(FLOATING_IN);

        assertEquals(1, others());
        assertEquals(1, facts().size());
    }

    @Test
    void whomNobodyListsIsAGuestInTheirOwnHand() throws Exception {
        assertEquals(Answer.DONE, does(BY_HAND));
        assertEquals(Answer.DONE, does(BY_HAND));

        var fact = assertInstanceOf(AttendanceFact.GuestCheckedIn.class, facts().getFirst());
        var named = fact.named().orElseThrow();
        assertEquals(new Handling("s-1", "没有带证件"), named.by());
        for (var each : List.of(named.name(), named.belongs())) {
            assertArrayEquals(
                    FakeGuests.HAND.encode(),
                    ledger.newReader().attachment(each).orElseThrow().open());
        }
        assertEquals(2, others());
        assertEquals(0, tally().present());
        assertEquals(
                Optional.of(FakeGuests.HAND),
                sheet().here().getFirst().ink().orElseThrow().name());
        ledger.rebuild().join();
        assertEquals(2, sheet().here().size());
        assertTrue(sheet().here().getLast().ink().isPresent());
    }

    private String epoch() {
        return ledger.position().orElseThrow().epoch().hex();
    }

    private void told(String epoch, Set<Long> recognised, int elsewhere) {
        var count = new StreetCount(
                MORNING.id(),
                List.of(),
                new StreetCount.Elsewhere(Set.of(), Set.of(), Set.of(), elsewhere, Set.of(), recognised),
                new Tally(0, 0),
                epoch,
                2,
                true,
                1);
        ledger.write(transaction -> {
                    new AttendanceBook(transaction.db()).keep(count, epoch(), clock.instant());
                    return true;
                })
                .join();
    }

    /// By name or by an unknown card; as an observer they are among the others that the street tells of.
    @Test
    void whomTheStreetRecognisedIsNoGuestBesidesAsLongAsThatStands() throws Exception {
        does(BY_HAND);
        strangerAdmitted();
        assertEquals(2, others());

        told(epoch(), Set.of(1L), 0);
        assertEquals(1, others(), "the guest by name");
        told(epoch(), Set.of(2L), 0);
        assertEquals(1, others(), "the guest by a card");
        told(epoch(), Set.of(1L, 2L), 1);
        assertEquals(1, others(), "one of them as an observer");
        assertEquals(2, sheet().here().size(), "the list says what was written here");

        told("another", Set.of(1L, 2L), 0);
        assertEquals(2, others(), "numbers of another ledger");
        told(epoch(), Set.of(), 0);
        assertEquals(2, others(), "taken back");
    }

    @Test
    void whatWasAMistakeIsTakenBackWithOperatorAndReason() throws Exception {
        does(BY_HAND);
        does(new GuestAct.Admit(REPORTED_IN.id(), "没有带证件"));
        for (var each : List.copyOf(sheet().here())) {
            assertEquals(Answer.DONE, does(new GuestAct.Withdraw(each, "登记错了人")));
            assertEquals(Answer.OVERTAKEN, does(new GuestAct.Withdraw(each, "登记错了人")), "once");
        }

        assertEquals(0, others());
        assertEquals(List.of(), sheet().here());
        var voided = assertInstanceOf(AttendanceFact.CheckInVoided.class, facts().getLast());
        assertEquals(Optional.of(new Handling("s-1", "登记错了人")), voided.by());
    }

    @Test
    void outsideTheTimeOfCheckInNobodyIsRegistered() throws Exception {
        clock.pass(Duration.ofHours(12));

        assertFalse(sheet().isOpen());
        assertEquals(Answer.OVERTAKEN, does(BY_HAND));
        assertEquals(Answer.OVERTAKEN, does(new GuestAct.Admit(REPORTED_IN.id(), "没有带证件")));
        assertEquals(List.of(), facts());
    }

    @Test
    void allOfItIsCarriedIntoALedgerThatGoesOn() throws Exception {
        does(BY_HAND);
        does(BY_HAND);
        does(new GuestAct.Withdraw(sheet().here().getFirst(), "登记了两次"));
        var before = ledger.position().orElseThrow();

        ledger.restart(before.epoch(), "decision-1").join();

        assertEquals(1, others());
        assertEquals(
                Optional.of(FakeGuests.HAND),
                sheet().here().getFirst().ink().orElseThrow().belongs());
        assertEquals(
                List.of(new Handling("s-1", "登记了两次")),
                facts().stream()
                        .filter(AttendanceFact.CheckInVoided.class::isInstance)
                        .flatMap(each -> ((AttendanceFact.CheckInVoided) each).by().stream())
                        .toList());
        ledger.rebuild().join();
        assertEquals(1, others());
        assertEquals(1, sheet().here().size());
    }

    @Test
    void aHandLeavesWithTheStrokesOfSignatures() throws Exception {
        does(BY_HAND);
        var named = ((AttendanceFact.GuestCheckedIn) facts().getLast()).named().orElseThrow();
        var through = ledger.position().orElseThrow();
        ledger.acknowledge(through.epoch(), through.lastSeq(), Map.of()).join();
        ledger.kept(named.name()).join();
        ledger.kept(named.belongs()).join();
        ledger.backedUp(through.epoch(), through.lastSeq()).join();
        clock.pass(Ledger.SIGNATURES_KEPT_AFTER_ACK);
        ledger.heardStreet(clock.instant());

        ledger.purge(MORNING.starts()).join();

        assertEquals(Optional.empty(), ledger.newReader().attachment(named.name()));
        assertEquals(Optional.empty(), ledger.newReader().attachment(named.belongs()));
        assertEquals(1, others(), "that they came stays");
    }
}
