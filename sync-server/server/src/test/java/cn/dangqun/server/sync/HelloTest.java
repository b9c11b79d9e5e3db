package cn.dangqun.server.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.protocol.ProtocolVersion;
import cn.dangqun.protocol.wire.DeviceHealth;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Health;
import cn.dangqun.protocol.wire.Heartbeat;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.Await;
import cn.dangqun.server.NoLeaks;
import cn.dangqun.server.TestKiosk;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.TestStreet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
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
class HelloTest {
    @TempDir
    Path directory;

    private TestStreet street;
    private TestKiosk kiosk;

    @BeforeEach
    void startStreet() throws Exception {
        street = new TestStreet(directory.resolve("street"));
        kiosk = street.enrol("kiosk-1", "site-1");
    }

    @AfterEach
    void stopStreet() {
        street.close();
    }

    @Test
    void welcomesAnEnrolledKiosk() throws Exception {
        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH).build());

            var welcome = line.welcome();

            assertEquals(ProtocolVersion.NEWEST, welcome.getProtocol());
            assertEquals("kiosk-1", welcome.getKiosk());
            assertEquals("样例一体机", welcome.getKioskName());
            assertEquals(0, welcome.getAckedSeq());
            assertEquals(TestStreet.WINDOW, welcome.getWindow());
            assertTrue(Math.abs(welcome.getWallMillis() - street.clock.millis()) < 60_000);
        }
    }

    @Test
    void refusesAKioskThatSpeaksNewerVersionsOnly() throws Exception {
        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH)
                    .setProtocolOldest(ProtocolVersion.NEWEST + 1)
                    .setProtocolNewest(ProtocolVersion.NEWEST + 2)
                    .build());

            line.refusal(Refusal.Reason.PROTOCOL_TOO_NEW);
        }
    }

    @Test
    void refusesAKioskThatSpeaksOlderVersionsOnly() throws Exception {
        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH)
                    .setProtocolOldest(0)
                    .setProtocolNewest(0)
                    .build());

            line.refusal(Refusal.Reason.PROTOCOL_TOO_OLD);
        }
    }

    @Test
    void refusesAnythingElseBeforeHello() throws Exception {
        try (var line = kiosk.connect()) {
            line.heartbeat(Heartbeat.getDefaultInstance());

            line.refusal(Refusal.Reason.UNEXPECTED);
        }
    }

    @Test
    void refusesASecondHello() throws Exception {
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            line.applied(line.page().getThrough());
            line.send(TestKiosk.hello(TestLedger.EPOCH).build());

            line.refusal(Refusal.Reason.UNEXPECTED);
        }
    }

    @Test
    void refusesAHelloWithoutAnEpoch() throws Exception {
        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH).setEpoch("").build());

            line.refusal(Refusal.Reason.MALFORMED);
        }
    }

    @Test
    void refusesAHelloWithoutACertificate() throws Exception {
        var stranger = TestKiosk.fresh(street.port(), street.server().ca().certificate());
        try (var line = stranger.connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH).build());

            line.refusal(Refusal.Reason.NOT_ENROLLED);
        }
    }

    @Test
    void endsTheConnectionOfACertificateOfAnotherStreet() throws Exception {
        try (var otherStreet = new TestStreet(directory.resolve("other"))) {
            var foreigner = otherStreet.enrol("kiosk-1", "site-1").trusting(street);

            // In TLS 1.3 the client learns of it with its first read.
            var ended = assertThrows(Exception.class, () -> {
                try (var line = foreigner.connect()) {
                    line.send(TestKiosk.hello(TestLedger.EPOCH).build());
                    line.read();
                }
            });
            assertTrue(ended instanceof IOException || ended instanceof UncheckedIOException, ended::toString);
            assertEquals(Set.of(), street.connected());
        }
    }

    @Test
    void speaksNothingOlderThanTls13() {
        kiosk.speak("TLSv1.2");

        assertThrows(IOException.class, () -> kiosk.connect().close());
    }

    @Test
    void refusesARevokedKiosk() throws Exception {
        street.server().kiosks().revoke(kiosk.id());
        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH).build());

            line.refusal(Refusal.Reason.REVOKED);
        }
    }

    @Test
    void letsARevokedKioskDeliverWhatItHadAndSendsItNothing() throws Exception {
        var ledger = new TestLedger(kiosk.id()).checkIn("M-1");
        street.server().kiosks().revoke(kiosk.id());
        street.server()
                .database()
                .write((handle, changes) -> handle.execute(
                        "UPDATE kiosk SET late_push_at = 1 WHERE id = ?",
                        kiosk.id().value()));

        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            line.send(ledger.pushAll());
            assertEquals(1, line.ack().getThroughSeq(), "no page of the roster came before it");
            line.requestCertificate("", kiosk.certificateRequest());
            line.refusal(Refusal.Reason.REVOKED);
        }
        assertEquals(1, street.count("SELECT count(*) FROM attendance WHERE counted = 1"));
    }

    @Test
    void keepsWhatAKioskHadWhereItStoodUntilItsLedgerHasCome() throws Exception {
        var health = Health.newBuilder().setUnsent(4).setOldestUnsentWallMillis(1);
        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH).setHealth(health).build());
            line.welcome();
            Await.until("it is noted", () -> street.count("SELECT count(*) FROM kiosk WHERE unsent = 4") == 1);
        }

        var moved = street.enrol(kiosk.id().value(), "site-2");

        assertEquals(1, street.count("SELECT count(*) FROM kiosk_stand WHERE site = 'site-1' AND unsent = 4"));
        assertEquals(1, street.count("SELECT count(*) FROM kiosk_stand WHERE site = 'site-2' AND until_at IS NULL"));
        assertEquals(0, street.count("SELECT count(*) FROM kiosk WHERE unsent = 4"), "nothing of the new place yet");
        try (var line = moved.connectAndGreet(TestLedger.EPOCH)) {
            line.page();
            Await.until(
                    "it came",
                    () -> street.count("SELECT count(*) FROM kiosk_stand WHERE site = 'site-1' AND unsent = 0") == 1);
        }
    }

    @Test
    void putsARevokedKioskOutOfItsOpenConnectionAndNoOther() throws Exception {
        var other = street.enrol("kiosk-2", "site-1");
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH);
                var otherLine = other.connectAndGreet(TestLedger.EPOCH)) {
            line.page();
            otherLine.page();

            street.server().kiosks().revoke(kiosk.id());

            line.refusal(Refusal.Reason.REVOKED);
            otherLine.heartbeat(Heartbeat.getDefaultInstance());
            otherLine.read(Frame.BodyCase.HEARTBEAT_REPLY);
        }
    }

    @Test
    void letsTheNewestConnectionOfAKioskWin() throws Exception {
        try (var first = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            first.page();
            try (var second = kiosk.connectAndGreet(TestLedger.EPOCH)) {
                second.applied(second.page().getThrough());

                first.refusal(Refusal.Reason.SUPERSEDED);
                second.heartbeat(Heartbeat.getDefaultInstance());
                second.read(Frame.BodyCase.HEARTBEAT_REPLY);
            }
        }
    }

    @Test
    void refusesALedgerThatEndsBeforeWhatTheStreetHoldsAndRemembersIt() throws Exception {
        var ledger = new TestLedger(kiosk.id()).checkIn("M-1").checkIn("M-2");
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            line.page();
            line.send(ledger.pushAll());
            line.ack();
        }
        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH).setLastSeq(1).build());

            line.refusal(Refusal.Reason.CHAIN_FORKED);
        }
        Await.until(
                "the conflict is remembered",
                () -> street.count("SELECT COUNT(*) FROM ledger_conflict WHERE kiosk = 'kiosk-1' AND seq = 2") == 1);
    }

    @Test
    void storesTheHealthAKioskTells() throws Exception {
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            line.page();
            line.heartbeat(Heartbeat.newBuilder()
                    .setWallMillis(street.clock.millis() + 120_000)
                    .setHealth(Health.newBuilder()
                            .setSoftware("1.2.3")
                            .setUnsent(3)
                            .setOldestUnsentWallMillis(1000)
                            .setFreeDiskBytes(5)
                            .setLedgerDamaged(true)
                            .addDevices(DeviceHealth.newBuilder()
                                    .setName("reader")
                                    .setKind("CARD_READER")
                                    .setState("FAULTY")
                                    .setFault("UNPLUGGED")))
                    .build());
            line.read(Frame.BodyCase.HEARTBEAT_REPLY);

            Await.until(
                    "health is stored",
                    () -> street.count("SELECT COUNT(*) FROM kiosk WHERE id = 'kiosk-1' AND software = '1.2.3'"
                                    + " AND unsent = 3 AND oldest_unsent_at = 1000 AND free_disk_bytes = 5"
                                    + " AND ledger_damaged = 1 AND clock_ahead_millis BETWEEN 60000 AND 121000")
                            == 1);
            assertEquals(
                    1, street.count("SELECT COUNT(*) FROM kiosk_device WHERE name = 'reader' AND fault = 'UNPLUGGED'"));
        }
    }

    @Test
    void tellsEveryKioskBeforeTheServerGoes() throws Exception {
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            line.page();

            street.close();

            var refusal = line.refusal(Refusal.Reason.BUSY);
            assertTrue(refusal.getRetryAfterSeconds() > 0);
        }
        street = new TestStreet(directory.resolve("street"));
    }

    @Test
    void knowsWhoIsConnected() throws Exception {
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            assertEquals(Set.of(new KioskId("kiosk-1")), street.connected());
            line.page();
        }
        Await.until("it is gone", () -> street.connected().isEmpty());
    }
}
