package cn.dangqun.server.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Heartbeat;
import cn.dangqun.protocol.wire.Quarantined;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.Await;
import cn.dangqun.server.NoLeaks;
import cn.dangqun.server.TestKiosk;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.TestLine;
import cn.dangqun.server.TestStreet;
import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(NoLeaks.class)
@Tag("real-time")
class PushTest {
    @TempDir
    Path directory;

    private TestStreet street;
    private TestKiosk kiosk;
    private TestLedger ledger;

    @BeforeEach
    void startStreet() throws Exception {
        street = new TestStreet(directory);
        kiosk = street.enrol("kiosk-1", "site-1");
        ledger = new TestLedger(kiosk.id());
    }

    @AfterEach
    void stopStreet() {
        street.close();
    }

    @Test
    void acknowledgesWhatIsOnDisk() throws Exception {
        ledger.checkIn("M-1").checkIn("M-2");
        try (var line = greeted()) {
            line.send(ledger.pushAll());

            var ack = line.ack();

            assertEquals(1, ack.getPushId());
            assertEquals(TestLedger.EPOCH.hex(), ack.getEpoch());
            assertEquals(2, ack.getThroughSeq());
            assertEquals(List.of(), ack.getQuarantinedList());
            assertEquals(2, facts());
        }
    }

    @Test
    void takesAReplayWithoutCountingAnybodyTwice() throws Exception {
        ledger.checkIn("M-1").checkIn("M-2").checkIn("M-3");
        try (var line = greeted()) {
            line.send(ledger.push(1, 2));
            assertEquals(2, line.ack().getThroughSeq());

            line.send(ledger.push(1, 2));
            assertEquals(2, line.ack().getThroughSeq());
            line.send(ledger.push(2, 3));
            assertEquals(3, line.ack().getThroughSeq());
            line.send(ledger.push(2, 2));
            assertEquals(2, line.ack().getThroughSeq());
        }
        assertEquals(3, facts());
        assertEquals(3, street.count("SELECT COUNT(*) FROM attendance WHERE counted = 1"));
    }

    @Test
    void tellsAReturningKioskWhatItHolds() throws Exception {
        ledger.checkIn("M-1").checkIn("M-2");
        try (var line = greeted()) {
            line.send(ledger.pushAll());
            line.ack();
        }

        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH).setLastSeq(2).build());
            assertEquals(2, line.welcome().getAckedSeq());
        }
        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(new Epoch("ff".repeat(16))).setLastSeq(0).build());
            assertEquals(0, line.welcome().getAckedSeq(), "another epoch is another ledger");
        }
    }

    @Test
    void refusesAGap() throws Exception {
        ledger.checkIn("M-1").checkIn("M-2").checkIn("M-3");
        try (var line = greeted()) {
            line.send(ledger.push(1, 1));
            line.ack();
            line.send(ledger.push(3, 3));

            line.refusal(Refusal.Reason.GAP);
        }
        assertEquals(1, facts());
    }

    @Test
    void refusesAFirstRecordThatIsNotTheFirst() throws Exception {
        ledger.checkIn("M-1").checkIn("M-2");
        try (var line = greeted()) {
            line.send(ledger.push(2, 2));

            line.refusal(Refusal.Reason.GAP);
        }
    }

    @Test
    void refusesAForkAndRemembersIt() throws Exception {
        var clone = ledger.checkIn("M-1").copy();
        ledger.checkIn("M-2");
        clone.checkIn("M-3").checkIn("M-4");
        try (var line = greeted()) {
            line.send(ledger.pushAll());
            line.ack();
        }
        for (int attempt = 1; attempt <= 2; attempt++) {
            try (var line = greeted()) {
                line.send(clone.pushAll());

                line.refusal(Refusal.Reason.CHAIN_FORKED);
            }
        }
        assertEquals(2, facts());
        assertEquals(
                1,
                street.count("SELECT COUNT(*) FROM ledger_conflict WHERE kiosk = 'kiosk-1' AND seq = 2 AND times = 2"
                        + " AND kind = 'CHAIN_FORKED'"));
    }

    @Test
    void refusesAForkThatShowsOnlyInThePreviousHash() throws Exception {
        var clone = ledger.checkIn("M-1").copy();
        ledger.checkIn("M-2").checkIn("M-3");
        clone.checkIn("M-4").checkIn("M-5").checkIn("M-6");
        try (var line = greeted()) {
            line.send(ledger.pushAll());
            line.ack();
            line.send(clone.push(3, 4));

            line.refusal(Refusal.Reason.CHAIN_FORKED);
        }
        assertEquals(3, facts());
    }

    @Test
    void refusesAChainThatDoesNotContinueOurs() throws Exception {
        ledger.checkIn("M-1").checkIn("M-2");
        try (var line = greeted()) {
            line.send(ledger.push(1, 1));
            line.ack();
            line.send(ledger.push(2, 2).toBuilder()
                    .setFirstPreviousHash(ByteString.copyFrom(new byte[32]))
                    .build());

            line.refusal(Refusal.Reason.CHAIN_BROKEN);
        }
        assertEquals(1, facts());
        assertEquals(1, street.count("SELECT COUNT(*) FROM ledger_conflict WHERE kind = 'CHAIN_BROKEN'"));
    }

    @Test
    void refusesALedgerMovedFromAnotherKiosk() throws Exception {
        var other = street.enrol("kiosk-2", "site-1");
        ledger.checkIn("M-1");
        try (var line = other.connectAndGreet(TestLedger.EPOCH)) {
            line.page();
            line.send(ledger.pushAll());

            line.refusal(Refusal.Reason.CHAIN_BROKEN);
        }
    }

    @Test
    void refusesAPushThatCannotBe() throws Exception {
        ledger.checkIn("M-1");
        var push = ledger.pushAll();
        for (var wrong : List.of(
                push.toBuilder().setEpoch("x").build(),
                push.toBuilder().setFirstSeq(0).build(),
                push.toBuilder().setFirstSeq(-1).build(),
                push.toBuilder().clearRecords().build(),
                push.toBuilder().setFirstPreviousHash(ByteString.EMPTY).build())) {
            try (var line = greeted()) {
                line.send(wrong);

                line.refusal(Refusal.Reason.MALFORMED);
            }
        }
    }

    @Test
    void parksWhatItCannotReadAndTakesTheRest() throws Exception {
        ledger.checkIn("M-1")
                .addBytes(ByteString.copyFrom(new byte[] {0x0a, 0x7f})) // no record at all
                .addBytes(ByteString.fromHex("08031207080112016218029a060101")) // seq 3, a kind of a later version
                .addBytes(ledger.push(1, 1).getRecords(0)) // record 1 again, as number 4
                .voiding(99) // of nothing
                .checkIn("M-2");
        try (var line = greeted()) {
            line.send(ledger.pushAll());
            var ack = line.ack();

            assertEquals(6, ack.getThroughSeq());
            assertEquals(
                    List.of(
                            quarantined(2, Quarantined.Reason.UNREADABLE),
                            quarantined(3, Quarantined.Reason.UNKNOWN_KIND),
                            quarantined(4, Quarantined.Reason.IMPOSSIBLE),
                            quarantined(5, Quarantined.Reason.IMPOSSIBLE)),
                    ack.getQuarantinedList());

            line.send(ledger.pushAll());
            assertEquals(ack, line.ack(), "a replay hears the same");
        }
        assertEquals(6, facts());
        assertEquals(2, street.count("SELECT COUNT(*) FROM attendance WHERE counted = 1"));
    }

    @Test
    void acknowledgesAReplayOfWhatWasCommittedButNeverAcknowledged() throws Exception {
        ledger.checkIn("M-1").checkIn("M-2");
        try (var line = greeted()) {
            line.send(ledger.pushAll());
            Await.until("it is committed", () -> facts() == 2);
        }
        street.close();
        street = new TestStreet(directory);

        var kioskAgain = kiosk.trusting(street);
        try (var line = kioskAgain.connectAndGreet(TestLedger.EPOCH)) {
            line.page();
            line.send(ledger.pushAll());

            assertEquals(2, line.ack().getThroughSeq());
        }
        assertEquals(2, facts());
        assertEquals(2, street.count("SELECT COUNT(*) FROM attendance WHERE counted = 1"));
    }

    @Test
    void acknowledgesNothingBeforeTheCommit() throws Exception {
        ledger.checkIn("M-1");
        var gate = holdWriter();
        try (var line = greeted()) {
            line.send(ledger.pushAll());

            assertTrue(line.isSilentFor(Duration.ofMillis(300)));
            gate.countDown();
            assertEquals(1, line.ack().getThroughSeq());
        }
    }

    @Test
    void readsNoMoreThanTheWindowBeforeItAcknowledges() throws Exception {
        for (int i = 0; i < 2 * TestStreet.WINDOW; i++) {
            ledger.checkIn("M-" + i);
        }
        var gate = holdWriter();
        try (var line = greeted()) {
            for (int seq = 1; seq <= TestStreet.WINDOW; seq++) {
                line.send(ledger.push(seq, seq));
            }
            line.heartbeat(Heartbeat.getDefaultInstance());
            assertTrue(line.isSilentFor(Duration.ofMillis(300)), "the heartbeat waits behind a full window");

            for (int seq = TestStreet.WINDOW + 1; seq <= 2 * TestStreet.WINDOW; seq++) {
                line.send(ledger.push(seq, seq));
            }
            gate.countDown();

            var lastAck = 0L;
            var replies = 0;
            while (lastAck < 2 * TestStreet.WINDOW) {
                var frame = line.read();
                if (frame.getBodyCase() == Frame.BodyCase.ACK) {
                    assertTrue(frame.getAck().getThroughSeq() > lastAck, "in order");
                    lastAck = frame.getAck().getThroughSeq();
                } else {
                    assertEquals(Frame.BodyCase.HEARTBEAT_REPLY, frame.getBodyCase());
                    replies++;
                }
            }
            assertEquals(1, replies);
        }
    }

    @Test
    void waitsForItsPlaceWhateverElseFillsTheWriter() throws Exception {
        ledger.checkIn("M-1");
        var gate = holdWriter();
        try (var line = greeted()) {
            var writer = street.server().database().writer();
            while (writer.offer((handle, changes) -> 0).isPresent()) {
                Thread.onSpinWait();
            }
            line.send(ledger.pushAll());
            gate.countDown();

            assertEquals(1, line.ack().getThroughSeq());
        } finally {
            gate.countDown();
        }
    }

    private TestLine greeted() throws Exception {
        var line = kiosk.connectAndGreet(TestLedger.EPOCH);
        line.page();
        return line;
    }

    private long facts() {
        return street.count("SELECT COUNT(*) FROM fact");
    }

    private static Quarantined quarantined(long seq, Quarantined.Reason reason) {
        return Quarantined.newBuilder().setSeq(seq).setReason(reason).build();
    }

    private CountDownLatch holdWriter() {
        var gate = new CountDownLatch(1);
        var held = street.server().database().writer().offer((handle, changes) -> {
            try {
                return gate.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertTrue(held.isPresent());
        return gate;
    }
}
