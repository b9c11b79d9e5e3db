package cn.dangqun.server.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.voice.VolumeSchedule;
import cn.dangqun.protocol.ReferenceCodec;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Heartbeat;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.protocol.wire.WindowRequest;
import cn.dangqun.server.Await;
import cn.dangqun.server.NoLeaks;
import cn.dangqun.server.TestKiosk;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.TestStreet;
import cn.dangqun.server.kiosks.EnrolmentCodes;
import cn.dangqun.store.DirectoryInUseException;
import com.google.protobuf.ByteString;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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
class EnrolmentTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");

    @TempDir
    Path directory;

    private TestStreet street;

    @BeforeEach
    void startStreet() throws Exception {
        street = new TestStreet(directory);
    }

    @AfterEach
    void stopStreet() {
        street.close();
    }

    @Test
    void givesACertificateInTheKiosksNameForOneYearAndTheCardSecret() throws Exception {
        var kiosk = fresh();
        try (var line = kiosk.connect()) {
            var granted = line.enrol(code(), kiosk);
            kiosk.accept(granted);

            assertEquals("kiosk-1", granted.getKiosk());
            assertEquals(32, granted.getCardSecret().size());
            var own = kiosk.certificates().getFirst();
            assertEquals("CN=kiosk-1", own.getSubjectX500Principal().getName());
            assertEquals(List.of("1.3.6.1.5.5.7.3.2"), own.getExtendedKeyUsage(), "for clients only");
            var days = Duration.between(
                            street.clock.instant(), own.getNotAfter().toInstant())
                    .toDays();
            assertTrue(days >= 364 && days <= 366, days + " days");
            assertEquals(
                    street.server().ca().certificate(), kiosk.certificates().getLast());
        }
    }

    @Test
    void givesAKioskACertificateForItsWindowPageThatNoKioskTakesForTheStreet() throws Exception {
        var kiosk = street.enrol("kiosk-1", "site-1");
        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(Epoch.draw(new SecureRandom())).build());

            assertEquals("-", line.welcome().getWindowAddress());
            line.applied(line.page().getThrough());
            var request =
                    WindowRequest.newBuilder().setCertificateRequest(ByteString.copyFrom(kiosk.certificateRequest()));
            line.send(Frame.newBuilder().setWindowRequest(request).build());
            assertEquals(
                    0,
                    line.read(Frame.BodyCase.WINDOW_GRANTED).getWindowGranted().getCertificatesCount(),
                    "no address, no certificate");

            street.server()
                    .database()
                    .write((handle, changes) -> handle.execute(
                            "UPDATE kiosk SET window_address = '192.168.1.20' WHERE street = 1 AND id = 'kiosk-1'"));
            line.send(Frame.newBuilder()
                    .setHeartbeat(Heartbeat.getDefaultInstance())
                    .build());
            assertEquals(
                    "192.168.1.20",
                    line.read(Frame.BodyCase.HEARTBEAT_REPLY)
                            .getHeartbeatReply()
                            .getWindowAddress());
            line.send(Frame.newBuilder().setWindowRequest(request).build());

            var granted = line.read(Frame.BodyCase.WINDOW_GRANTED).getWindowGranted();
            var own = certificate(granted.getCertificates(0));
            assertEquals(List.of("1.3.6.1.5.5.7.3.1"), own.getExtendedKeyUsage(), "for servers only");
            assertEquals(List.of(List.of(7, "192.168.1.20")), List.copyOf(own.getSubjectAlternativeNames()));
            own.verify(street.server().windows().certificate().getPublicKey());
            assertThrows(
                    GeneralSecurityException.class,
                    () -> own.verify(street.server().ca().certificate().getPublicKey()));
            assertNotNull(street.server().windows().certificate().getExtensionValue("2.5.29.30"), "inner names only");
        }
    }

    /// It was set for the machine before it, or while nobody had enrolled it.
    @Test
    void tellsANewKioskHowLoudItIsToSpeak() throws Exception {
        var set = new ReferenceItem.KioskSettings("kiosk-1", VolumeSchedule.of("08:00=50 20:00=0"));
        street.server().reference().publish(List.of(set));
        var kiosk = street.enrol("kiosk-1", "site-1");
        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(Epoch.draw(new SecureRandom())).build());
            line.welcome();

            var told = new ArrayList<ReferenceItem>();
            for (var bytes : line.page().getChangesList()) {
                ReferenceCodec.decode(bytes.toByteArray()).item().ifPresent(told::add);
            }
            assertTrue(told.contains(set), told.toString());
        }
    }

    private static X509Certificate certificate(ByteString der) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(der.newInput());
    }

    @Test
    void refusesTheSecondUseOfACode() throws Exception {
        var code = code();
        try (var line = fresh().connect()) {
            line.enrol(code, fresh());
        }
        try (var line = fresh().connect()) {
            line.requestCertificate(code, fresh().certificateRequest());

            line.refusal(Refusal.Reason.CODE_USED);
        }
    }

    /// The line is cut between the request and its answer.
    @Test
    void givesTheSameAnswerAgainToTheSameKey() throws Exception {
        var kiosk = fresh();
        var code = lose(kiosk);

        try (var line = kiosk.connect()) {
            kiosk.accept(line.enrol(code, kiosk));
        }

        assertEquals(1, street.count("SELECT COUNT(*) FROM kiosk_certificate"));
        kiosk.connectAndGreet(TestLedger.EPOCH).close();
        try (var line = fresh().connect()) {
            line.requestCertificate(code, fresh().certificateRequest());

            line.refusal(Refusal.Reason.CODE_USED);
        }
    }

    @Test
    void letsNobodyInByACodeThatALaterOneReplaced() throws Exception {
        var codes = street.server().codes();
        var kiosk = fresh();
        var first = codes.create(new KioskId("kiosk-1"), "样例一体机", "site-1").text();
        var second = codes.create(new KioskId("kiosk-1"), "样例一体机", "site-2").text();

        try (var line = kiosk.connect()) {
            line.requestCertificate(first, kiosk.certificateRequest());
            line.refusal(Refusal.Reason.CODE_EXPIRED);
        }
        try (var line = kiosk.connect()) {
            assertEquals("kiosk-1", line.enrol(second, kiosk).getKiosk());
        }
    }

    @Test
    void givesTheSameAnswerAgainAlsoAfterTheCodeHasEnded() throws Exception {
        var kiosk = fresh();
        var code = lose(kiosk);
        street.clock.turn(EnrolmentCodes.LIFE);

        try (var line = kiosk.connect()) {
            assertEquals("kiosk-1", line.enrol(code, kiosk).getKiosk());
        }
    }

    @Test
    void givesNoAnswerAgainADayLater() throws Exception {
        var kiosk = fresh();
        var code = lose(kiosk);
        street.clock.turn(Duration.ofDays(1));

        refused(kiosk, code);
    }

    @Test
    void givesNoAnswerAgainToAKioskThatIsRevokedOrReplaced() throws Exception {
        var kiosk = fresh();
        var code = lose(kiosk);
        street.server().kiosks().revoke(KIOSK);
        refused(kiosk, code);

        street.enrol("kiosk-1", "site-1");

        refused(kiosk, code);
    }

    private String lose(TestKiosk kiosk) throws Exception {
        var code = code();
        try (var line = kiosk.connect()) {
            line.requestCertificate(code, kiosk.certificateRequest());
        }
        Await.until("it is granted", () -> street.count("SELECT COUNT(*) FROM kiosk_certificate") == 1);
        return code;
    }

    private static void refused(TestKiosk kiosk, String code) throws Exception {
        try (var line = kiosk.connect()) {
            line.requestCertificate(code, kiosk.certificateRequest());

            line.refusal(Refusal.Reason.CODE_USED);
        }
    }

    @Test
    void renewsThreeTimesADayAtMost() throws Exception {
        var kiosk = street.enrol("kiosk-1", "site-1");
        for (int renewal = 2; renewal <= 3; renewal++) {
            try (var line = kiosk.connect()) {
                kiosk.accept(line.enrol("", kiosk));
            }
        }
        try (var line = kiosk.connect()) {
            line.requestCertificate("", kiosk.certificateRequest());

            assertEquals(60, line.refusal(Refusal.Reason.RENEWED_OFTEN).getRetryAfterSeconds());
        }
        kiosk.connectAndGreet(TestLedger.EPOCH).close();

        street.clock.turn(Duration.ofDays(1));

        try (var line = kiosk.connect()) {
            assertEquals("kiosk-1", line.enrol("", kiosk).getKiosk());
        }
    }

    @Test
    void refusesACodeAfterTenMinutes() throws Exception {
        var code = code();
        street.clock.turn(EnrolmentCodes.LIFE);
        try (var line = fresh().connect()) {
            line.requestCertificate(code, fresh().certificateRequest());

            line.refusal(Refusal.Reason.CODE_EXPIRED);
        }
    }

    @Test
    void refusesACodeItNeverGave() throws Exception {
        try (var line = fresh().connect()) {
            line.requestCertificate("AAAA-BBBB-CCCC", fresh().certificateRequest());

            line.refusal(Refusal.Reason.CODE_UNKNOWN);
        }
    }

    @Test
    void readsACodeAsPeopleTypeIt() throws Exception {
        var typed = " " + code().replace("-", " ").toLowerCase(Locale.ROOT);
        var kiosk = fresh();
        try (var line = kiosk.connect()) {
            assertEquals("kiosk-1", line.enrol(typed, kiosk).getKiosk());
        }
    }

    @Test
    void doesNotUseACodeUpForABadRequest() throws Exception {
        var code = code();
        try (var line = fresh().connect()) {
            line.requestCertificate(code, new byte[] {0x30, 1, 2});

            line.refusal(Refusal.Reason.MALFORMED);
        }
        var kiosk = fresh();
        try (var line = kiosk.connect()) {
            line.enrol(code, kiosk);
        }
    }

    @Test
    void refusesARequestSignedWithAnotherKey() throws Exception {
        var request = fresh().certificateRequest();
        request[request.length - 1] ^= 1;
        try (var line = fresh().connect()) {
            line.requestCertificate(code(), request);

            line.refusal(Refusal.Reason.MALFORMED);
        }
    }

    @Test
    void renewsForAKioskThatShowsItsCertificate() throws Exception {
        var kiosk = street.enrol("kiosk-1", "site-1");
        var before = kiosk.certificates().getFirst().getSerialNumber();
        street.clock.turn(Duration.ofSeconds(1));
        try (var line = kiosk.connect()) {
            kiosk.accept(line.enrol("", kiosk));
        }

        assertNotEquals(before, kiosk.certificates().getFirst().getSerialNumber());
        assertTrue(accepted(before.toString(16)), "the old one works until the new one was used");
        kiosk.connectAndGreet(TestLedger.EPOCH).close();
        Await.until("the old one is retired", () -> !accepted(before.toString(16)));
    }

    @Test
    void renewsInsideASession() throws Exception {
        var kiosk = street.enrol("kiosk-1", "site-1");
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            line.page();

            assertEquals("kiosk-1", line.enrol("", kiosk).getKiosk());
        }
    }

    @Test
    void renewsForNobodyElse() throws Exception {
        try (var line = fresh().connect()) {
            line.requestCertificate("", fresh().certificateRequest());

            line.refusal(Refusal.Reason.NOT_ENROLLED);
        }
    }

    @Test
    void shutsTheFormerMachineOutWhenAKioskIsReplaced() throws Exception {
        var former = street.enrol("kiosk-1", "site-1");
        street.server().kiosks().revoke(KIOSK);
        var successor = street.enrol("kiosk-1", "site-1");

        successor.connectAndGreet(TestLedger.EPOCH).close();
        try (var line = former.connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH).build());
            line.refusal(Refusal.Reason.NOT_ENROLLED);
        }
    }

    @Test
    void keepsCodesAsHashesOnly() {
        var code = code();

        assertEquals(1, street.count("SELECT COUNT(*) FROM enrolment_code"));
        assertEquals(0, street.count("SELECT COUNT(*) FROM enrolment_code WHERE code_hash LIKE '%" + code + "%'"));
        assertTrue(code.matches("[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}"), code);
    }

    @Test
    void keepsKeysAndSecretForTheOwnerAlone() throws Exception {
        for (var name : List.of("ca.pem", "server.pem", "card-master.1", "card-salt")) {
            var permissions = Files.getPosixFilePermissions(directory.resolve(name));
            assertEquals("rw-------", PosixFilePermissions.toString(permissions), name);
        }
    }

    @Test
    void keepsItsCaAcrossARestartAndNamesItsFingerprint() throws Exception {
        var before = street.server().ca().certificate();
        street.close();
        street = new TestStreet(directory);

        assertEquals(before, street.server().ca().certificate());
        var hash = MessageDigest.getInstance("SHA-256").digest(before.getEncoded());
        assertEquals(HexFormat.of().formatHex(hash), street.server().ca().fingerprint());
    }

    @Test
    void refusesToWorkBesideAnotherServer() {
        var failure = assertThrows(DirectoryInUseException.class, () -> new TestStreet(directory));

        assertTrue(failure.directory().contains(directory.toString()));
    }

    private boolean accepted(String serial) {
        return street.server().kiosks().accepted().containsKey(serial);
    }

    private String code() {
        return street.server().codes().create(KIOSK, "样例一体机", "site-1").text();
    }

    private TestKiosk fresh() throws Exception {
        return TestKiosk.fresh(street.port(), street.server().ca().certificate());
    }
}
