package cn.dangqun.server.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.protocol.wire.Hello;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.Await;
import cn.dangqun.server.NoLeaks;
import cn.dangqun.server.TestKiosk;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.TestStreet;
import cn.dangqun.server.ledger.EpochDecisions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Two histories under one name: noticed at the hello, ended by a person, begun anew by one machine.
@Timeout(60)
@ExtendWith(NoLeaks.class)
@Tag("real-time")
class ForkTest {
    private static final Epoch NEXT = new Epoch("ab".repeat(16));
    private static final Epoch OTHER = new Epoch("cd".repeat(16));

    @TempDir
    Path directory;

    private TestStreet street;
    private TestKiosk kiosk;
    private TestLedger ours;
    private TestLedger theirs;

    @BeforeEach
    void twoHistories() throws Exception {
        street = new TestStreet(directory);
        kiosk = street.enrol("kiosk-1", "site-1");
        var common = new TestLedger(kiosk.id()).checkIn("M-1").checkIn("M-2");
        ours = common.copy().checkIn("M-3");
        theirs = common.copy().checkIn("M-4").checkIn("M-5");
        push(ours);
    }

    @AfterEach
    void stopStreet() {
        street.close();
    }

    @Test
    void tellsTheKioskTheHashOfWhatItHolds() throws Exception {
        try (var line = kiosk.connect()) {
            line.send(hello(ours).build());

            assertEquals(ours.mark(3).getHash(), line.welcome().getAckedHash());
        }
    }

    @Test
    void refusesALongerLedgerWithAnotherHistoryAndRemembersHowFarBothAgree() throws Exception {
        refused(hello(theirs), Refusal.Reason.CHAIN_FORKED);

        Await.until(
                "the conflict is remembered",
                () -> street.count("SELECT COUNT(*) FROM ledger_conflict WHERE kind = 'CHAIN_FORKED' AND seq = 3")
                        == 1);
    }

    @Test
    void endsTheLedgerOnceAPersonHasDecided() throws Exception {
        allow(TestLedger.EPOCH);

        var refusal = refused(hello(theirs), Refusal.Reason.EPOCH_CLOSED);

        assertEquals(TestLedger.EPOCH.hex(), refusal.getEpoch());
        assertFalse(refusal.getDecision().isEmpty());
        assertEquals(
                refusal.getDecision(),
                refused(hello(theirs), Refusal.Reason.EPOCH_CLOSED).getDecision(),
                "until the new epoch says hello, it is the same decision");
    }

    @Test
    void tellsAnOlderKioskWhatItCanShow() throws Exception {
        allow(TestLedger.EPOCH);

        refused(hello(theirs).setProtocolNewest(1), Refusal.Reason.CHAIN_FORKED);
    }

    @Test
    void countsEverybodyOfBothHistoriesOnce() throws Exception {
        allow(TestLedger.EPOCH);
        var decision = refused(hello(theirs), Refusal.Reason.EPOCH_CLOSED).getDecision();
        var next = new TestLedger(kiosk.id(), NEXT).carry(theirs, 1, 2, 3, 4);

        try (var line = kiosk.connect()) {
            line.send(hello(next).setRestart(decision).build());
            line.welcome();
            line.page();
            line.send(next.pushAll());
            assertEquals(4, line.ack().getThroughSeq());
        }

        assertEquals(5, street.count("SELECT COUNT(*) FROM attendance WHERE counted = 1"));
        assertEquals(5, street.count("SELECT COUNT(*) FROM attendance"));
    }

    @Test
    void letsOneMachineBeginByADecisionAndNoOther() throws Exception {
        allow(TestLedger.EPOCH);
        var decision = refused(hello(theirs), Refusal.Reason.EPOCH_CLOSED).getDecision();
        welcomed(new TestLedger(kiosk.id(), NEXT), decision);

        var clone = hello(new TestLedger(kiosk.id(), OTHER)).setRestart(decision);
        refused(clone, Refusal.Reason.CHAIN_FORKED);
        refused(hello(theirs), Refusal.Reason.CHAIN_FORKED);
        refused(hello(ours), Refusal.Reason.CHAIN_FORKED);
        welcomed(new TestLedger(kiosk.id(), NEXT), decision);

        allow(TestLedger.EPOCH);
        refused(hello(ours), Refusal.Reason.EPOCH_CLOSED);
    }

    @Test
    void seesTwoMachinesByTheirBoots() throws Exception {
        refused(hello(theirs).setBootId("boot-a"), Refusal.Reason.CHAIN_FORKED);
        refused(hello(theirs).setBootId("boot-b"), Refusal.Reason.CHAIN_FORKED);
        refused(hello(theirs).setBootId("boot-b"), Refusal.Reason.CHAIN_FORKED);
        street.server().database().write((handle, changes) -> 0); // after what was noted
        assertEquals(0, rivals(), "a machine that was started again is no second one");

        refused(hello(theirs).setBootId("boot-a"), Refusal.Reason.CHAIN_FORKED);

        Await.until("seen as two", () -> rivals() == 1);
        assertTrue(street.enrol("kiosk-1", "site-1").certificates().size() > 0);
        assertEquals(0, rivals(), "enrolled anew, there is one again");
    }

    private long rivals() {
        return street.count("SELECT COUNT(*) FROM kiosk WHERE rival_at IS NOT NULL");
    }

    private void allow(Epoch epoch) {
        street.server().database().write((handle, changes) -> {
            new EpochDecisions(handle).allow(kiosk.id(), epoch, street.clock.instant(), "admin", "换了硬盘");
            return 0;
        });
    }

    private static Hello.Builder hello(TestLedger ledger) {
        var hello = TestKiosk.hello(ledger.epoch()).setLastSeq(ledger.size());
        for (long seq = ledger.size(); seq >= 1; seq--) {
            hello.addMarks(ledger.mark(seq));
        }
        return hello;
    }

    private Refusal refused(Hello.Builder hello, Refusal.Reason reason) throws Exception {
        try (var line = kiosk.connect()) {
            line.send(hello.build());
            return line.refusal(reason);
        }
    }

    private void welcomed(TestLedger ledger, String decision) throws Exception {
        try (var line = kiosk.connect()) {
            line.send(hello(ledger).setRestart(decision).build());
            line.welcome();
        }
    }

    private void push(TestLedger ledger) throws Exception {
        try (var line = kiosk.connect()) {
            line.send(hello(ledger).build());
            line.welcome();
            line.page();
            line.send(ledger.pushAll());
            line.ack();
        }
    }
}
