package cn.dangqun.acceptance.carry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.CrowdedStreet;
import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.kiosk.db.DiskKey;
import cn.dangqun.kiosk.device.KioskDevices;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SystemKioskClock;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.kiosk.sync.HealthReport;
import cn.dangqun.kiosk.sync.KioskIdentity;
import cn.dangqun.kiosk.sync.KioskSync;
import cn.dangqun.server.ledger.AttachmentStore;
import cn.dangqun.store.SealedBytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What facts name goes from a kiosk's disk over the real line into the street's database, and can be forgotten on both
/// while the facts and the figures stay.
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SealedAttachmentsTest {
    private static final int SIGNATURES = 12;

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private OpenStreet street;
    private Ledger ledger;
    private ReferenceStore reference;
    private KioskSync sync;

    @BeforeEach
    void open() throws Exception {
        street = new OpenStreet(folder);
        var settings = SettingsFile.loadKiosk(street.kiosk(folder.resolve("kiosk"), new KioskId("kiosk-1"), true));
        var data = Files.createDirectories(folder.resolve("data"));
        ledger = Ledger.open(data.resolve("ledger.db"), new SystemKioskClock(clock), KioskCore.PROJECTIONS);
        reference = ReferenceStore.open(data.resolve("reference.db"), Optional.empty(), clock);
        sync = new KioskSync(
                settings.server(),
                data,
                ledger,
                reference,
                new HealthReport("test", data, ledger, new KioskDevices(List.of(), clock.instant())),
                DiskKey.ofIdentity(data.resolve("identity.p12"), Optional.empty()),
                clock,
                new Events());
        sync.start(settings.demo().flatMap(KioskSettings.Demo::enrolmentCode));
    }

    private final class Events implements KioskSync.Events {
        @Override
        public void enrolled(KioskIdentity identity) {
            var _ = ledger.adopt(identity.kiosk());
        }

        @Override
        public void referenceCurrent() {}

        @Override
        public void counted(StreetCount count) {}
    }

    @AfterEach
    void close() {
        sync.close();
        ledger.close();
        reference.close();
        street.close();
    }

    private static byte[] strokes(int person) {
        var bytes = new byte[1 << Math.min(18, person + 8)];
        bytes[0] = (byte) person;
        return bytes;
    }

    private SealedId sign(int person) {
        return done(ledger.write(transaction -> {
            var strokes = transaction.attach(strokes(person), random);
            transaction.append(
                    new AttendanceFact.Signed(
                            CrowdedStreet.ACTIVITY,
                            CrowdedStreet.member(person),
                            Optional.of(strokes),
                            Optional.empty()),
                    new SystemKioskClock(clock).read());
            return strokes;
        }));
    }

    private static <T> T done(CompletableFuture<Commit<T>> commit) {
        return switch (commit.join()) {
            case Commit.Done<T>(var value) -> value;
            case Commit.NotSaved<T>(var reason) -> throw new AssertionError("not saved: " + reason);
        };
    }

    private Optional<SealedBytes> atStreet(SealedId id) {
        return street.read(handle -> new AttachmentStore(handle).find(id));
    }

    @Test
    void reachTheStreetAndAreForgottenOnBothSidesWhileTheFactsStay() throws Exception {
        ScreenlessKiosk.await(
                "enrolled",
                () -> ledger.position().filter(at -> at.kiosk().isPresent()).isPresent());
        var signed = new ArrayList<SealedId>();
        for (int person = 1; person <= SIGNATURES; person++) {
            signed.add(sign(person));
        }
        ScreenlessKiosk.await(
                "all of it is at the street",
                () -> ledger.position()
                        .filter(at -> at.attachments() == 0 && at.pending() == 0)
                        .isPresent());

        for (int person = 1; person <= SIGNATURES; person++) {
            assertArrayEquals(
                    strokes(person),
                    atStreet(signed.get(person - 1)).orElseThrow().open());
        }
        assertTrue(done(ledger.forget(signed.getFirst())));
        street.forget(signed.getFirst());

        assertEquals(Optional.empty(), ledger.newReader().attachment(signed.getFirst()));
        assertEquals(Optional.empty(), atStreet(signed.getFirst()));
        assertTrue(atStreet(signed.getLast()).isPresent());
        street.rebuild();
        assertEquals(
                List.of(Integer.toString(SIGNATURES), "0"),
                street.strings("SELECT count(*) FROM fact JOIN chain ON number = chain WHERE kiosk = 'kiosk-1'"
                        + " UNION ALL SELECT count(*) FROM fact_quarantine"));
    }
}
