package cn.dangqun.kiosk.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.kiosk.db.DiskKey;
import cn.dangqun.kiosk.sync.EnrolmentDesk.Enrolment;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real-time")
class EnrolmentTest extends KioskAndStreet {
    @Test
    void enrolsWithACodeAndConnects() throws Exception {
        startKiosk(Optional.empty());
        assertEquals(new Link.NotEnrolled(), sync.status().link());

        var result = sync.enrol("  " + PeerStreet.CODE + "\n").join();

        assertEquals(new Enrolment.Enrolled(PeerStreet.KIOSK), result);
        awaitConnected();
        assertEquals(new KioskId(PeerStreet.KIOSK), enrolled.getFirst().kiosk());
        assertTrue(sync.status().lastContact().isPresent());
    }

    @Test
    void keepsItsIdentityWhereNobodyElseReadsIt() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();

        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(directory.resolve("identity.p12")));
    }

    @Test
    void connectsAgainAfterARestartWithoutACode() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();

        restartKiosk();

        awaitConnected();
        assertEquals(1, street.granted());
    }

    @Test
    void saysWhyACodeIsRefused() throws Exception {
        startKiosk(Optional.empty());

        assertEquals(
                new Enrolment.Refused(EnrolmentDesk.Reason.CODE_UNKNOWN),
                sync.enrol("WRONG").join());
        sync.enrol(PeerStreet.CODE).join();
        assertEquals(
                new Enrolment.Refused(EnrolmentDesk.Reason.CODE_USED),
                sync.enrol(PeerStreet.CODE).join());
    }

    @Test
    void refusesAServerThatDoesNotShowThePinnedAuthority() throws Exception {
        startKiosk(Optional.empty(), new PeerAuthority().fingerprint());

        assertEquals(
                new Enrolment.Refused(EnrolmentDesk.Reason.WRONG_SERVER),
                sync.enrol(PeerStreet.CODE).join());
        assertTrue(street.received.isEmpty(), "the code must not reach a wrong server");
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        try (var closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }
        startKiosk(Optional.empty());

        assertEquals(new Enrolment.Unreachable(), sync.enrol(PeerStreet.CODE).join());
    }

    @Test
    void enrolsByItselfAsSoonAsTheStreetAnswers() throws Exception {
        street.close();
        startKiosk(Optional.of(PeerStreet.CODE));

        street = new PeerStreet(authority, port);

        awaitConnected();
    }

    @Test
    void renewsACertificateThatEndsSoonAndUsesTheNewOne() throws Exception {
        street.grantNextFor(Renewal.AHEAD.minusDays(1));

        startKiosk(Optional.of(PeerStreet.CODE));

        await("asked for a new one", () -> street.granted() == 2);
        await("reconnected", () -> hellos() >= 2);
        awaitConnected();
        var file = directory.resolve("identity.p12");
        var kept = new IdentityFile(file, DiskKey.ofIdentity(file, Optional.empty()))
                .load()
                .orElseThrow();
        assertTrue(kept.expires().isAfter(clock.instant().plus(Duration.ofDays(300))));
        assertEquals(2, street.granted());
    }

    @Test
    void staysWhoItIsWhenAnIdentityOfAnOlderProgramCannotBeSealed() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();
        stopKiosk();
        var file = directory.resolve("identity.p12");
        var sealed = Files.readAllBytes(file);
        var open = DiskKey.ofIdentity(file, Optional.empty())
                .open("identity", Arrays.copyOfRange(sealed, "DQSEALED".length(), sealed.length));
        Files.write(file, open);
        // the disk takes nothing in its place
        var obstacle =
                Files.createDirectories(directory.resolve("identity.p12.new").resolve("full"));
        enrolled.clear();

        startKiosk(Optional.empty());

        awaitConnected();
        assertEquals(PeerStreet.KIOSK, enrolled.getFirst().kiosk().value());
        assertArrayEquals(open, Files.readAllBytes(file), "it stands as it stood");
        assertEquals(1, street.granted(), "nobody asked for another");

        Files.delete(obstacle);
        Files.delete(obstacle.getParent());
        restartKiosk();
        awaitConnected();
        assertArrayEquals("DQSEALED".getBytes(StandardCharsets.US_ASCII), Arrays.copyOf(Files.readAllBytes(file), 8));
    }

    /// Power and network may go between the street's disk and ours.
    @Test
    void repeatsAnEnrolmentWhoseAnswerWasLostWithTheSameKeyAlsoAfterARestart() throws Exception {
        street.loseAnswers(1);
        startKiosk(Optional.empty());
        assertEquals(new Enrolment.Unreachable(), sync.enrol(PeerStreet.CODE).join());
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(directory.resolve("pending-enrolment")));
        restartKiosk();

        assertEquals(
                new Enrolment.Enrolled(PeerStreet.KIOSK),
                sync.enrol(PeerStreet.CODE).join());

        awaitConnected();
        assertFalse(Files.exists(directory.resolve("pending-enrolment")));
    }

    @Test
    void forgetsTheKeyOfACodeThatTheStreetRefused() throws Exception {
        startKiosk(Optional.empty());

        sync.enrol("WRONG").join();

        assertFalse(Files.exists(directory.resolve("pending-enrolment")));
    }

    @Test
    void takesADamagedPendingKeyForNone() throws Exception {
        Files.writeString(directory.resolve("pending-enrolment"), PeerStreet.CODE + "\nno key\nat all");
        startKiosk(Optional.empty());

        assertEquals(
                new Enrolment.Enrolled(PeerStreet.KIOSK),
                sync.enrol(PeerStreet.CODE).join());
    }

    @Test
    void enrolsAnewAlthoughItIsEnrolled() throws Exception {
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();
        street.forgetCode();

        assertEquals(
                new Enrolment.Enrolled(PeerStreet.KIOSK),
                sync.enrol(PeerStreet.CODE).join());

        await("reconnected", () -> hellos() >= 2);
        awaitConnected();
    }

    /// A street that grants short certificates only, or a clock that runs far ahead.
    @Test
    void renewsOnceADayWhateverTheCertificateSays() throws Exception {
        street.grantAlwaysFor(Renewal.AHEAD.minusDays(1));
        startKiosk(Optional.of(PeerStreet.CODE));
        await("asked for a new one", () -> street.granted() == 2);
        await("reconnected", () -> hellos() >= 2);
        awaitConnected();

        restartKiosk();
        await("reconnected", () -> hellos() >= 3);
        awaitConnected();
        awaitAllAcknowledged();

        assertEquals(2, street.granted());
    }

    @Test
    void saysThatItsOwnCertificateHasEndedInsteadOfConnectingForEver() throws Exception {
        street.grantAlwaysFor(Duration.ofSeconds(-1));
        startKiosk(Optional.of(PeerStreet.CODE));

        await("expired", () -> sync.status().link() instanceof Link.CertificateExpired);

        street.grantAlwaysFor(Duration.ofDays(365));
        street.forgetCode();
        assertEquals(
                new Enrolment.Enrolled(PeerStreet.KIOSK),
                sync.enrol(PeerStreet.CODE).join());
        awaitConnected();
    }
}
