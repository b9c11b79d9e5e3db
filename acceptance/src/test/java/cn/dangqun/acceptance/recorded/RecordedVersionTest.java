package cn.dangqun.acceptance.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.dangqun.acceptance.process.StreetProcess;
import cn.dangqun.bench.page.ConsoleReader;
import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.kiosk.activity.ActivityToday;
import cn.dangqun.kiosk.activity.LedgerActivities;
import cn.dangqun.kiosk.ledger.KioskClock;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.shell.KioskCore;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.ledger.AppendResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Version 3 of the protocol, ledger files of version 3, a street's database up to V8: recorded on 2026-11-28 from
/// the demonstration, in which seven people had checked in to a theme day of a branch with 31 on its roll.
class RecordedVersionTest {
    private static final ActivityId THEME_DAY = new ActivityId("c1-b1-theme-day-2026-11-28");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Clock THEN = Clock.fixed(Instant.parse("2026-11-28T15:40:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @BeforeEach
    void unpack() throws IOException {
        try (var zip = new ZipInputStream(recording())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }

    private static InputStream recording() {
        var found = RecordedVersionTest.class.getResourceAsStream("version-3.zip");
        if (found == null) {
            throw new AssertionError("the recording is missing");
        }
        return found;
    }

    @Test
    void theStreetCountsEverybodyAsBeforeAndGoesOnDoingSo() throws Exception {
        var settings = SettingsFile.loadServer(StreetProcess.settings(folder, 0, true));
        try (var street = StreetServer.open(settings, THEN)) {
            street.rolls().freezeStarted();
            var login = street.firstLogins().getFirst().login();
            var address = street.openConsole();
            var console = ConsoleReader.signIn(
                    URI.create("http://" + address.getHostString() + ":" + address.getPort()),
                    login.login(),
                    login.password());

            var figures = console.figures(THEME_DAY.value());
            street.reference().remove(ReferenceKind.MEMBER, "M-0013");

            assertEquals(new Tally(31, 7), new Tally(figures.due(), figures.present()));
            assertEquals(figures, console.figures(THEME_DAY.value()), "taken off afterwards, counted as before");
            street.ledger().rebuild();
            assertEquals(figures, console.figures(THEME_DAY.value()), "the same after a rebuild");
        }
    }

    @Test
    void theKioskShowsEverybodyAsBefore() throws Exception {
        var data = folder.resolve("kiosk");
        try (var ledger = Ledger.open(data.resolve("ledger.db"), still(), KioskCore.PROJECTIONS);
                var reference = ReferenceStore.open(data.resolve("reference.db"), Optional.empty(), THEN)) {
            ledger.adopt(new KioskId("kiosk-1")).join();

            var shown = new LedgerActivities(reference, ledger, ZONE)
                    .list().stream()
                            .filter(each -> each.activity().id().equals(THEME_DAY))
                            .map(ActivityToday::tally)
                            .toList();

            assertEquals(List.of(new Tally(31, 7)), shown);
        }
    }

    @Test
    void aLedgerWithCarriedFactsIsReadAsBefore() throws Exception {
        try (var ledger = Ledger.open(folder.resolve("carried").resolve("ledger.db"), still(), KioskCore.PROJECTIONS)) {
            ledger.adopt(new KioskId("kiosk-1")).join();

            var present = ledger.newReader()
                    .ask(db -> db.first(
                            "SELECT count(DISTINCT attendee) FROM attendance WHERE activity = 'recorded'"
                                    + " AND role = 'MEMBER' AND voided_by IS NULL",
                            row -> row.getInt(1)));

            assertEquals(Optional.of(7), present, "six carried over, one after that");
        }
    }

    @Test
    void theStreetTakesWhatSuchAKioskSends() throws Exception {
        var settings = SettingsFile.loadServer(StreetProcess.settings(folder.resolve("fresh"), 0, false));
        try (var street = StreetServer.open(settings, THEN)) {
            for (var frame : frames()) {
                if (frame.hasPush()) {
                    var push = frame.getPush();
                    var result = street.ledger()
                            .append(new KioskId("kiosk-1"), new Epoch(push.getEpoch()), push)
                            .orElseThrow()
                            .join();

                    assertEquals(
                            List.of(),
                            assertInstanceOf(AppendResult.Taken.class, result).quarantined());
                }
            }
            int counted = street.database()
                    .read(handle -> handle.createQuery(
                                    "SELECT count(*) FROM attendance WHERE counted = 1 AND role = 'MEMBER'")
                            .mapTo(Integer.class)
                            .one());
            assertEquals(6, counted, "seven came, one undid it");
        }
    }

    private List<Frame> frames() throws IOException {
        var frames = new ArrayList<Frame>();
        try (var in = Files.newInputStream(folder.resolve("stream.bin"))) {
            for (var frame = Frame.parseDelimitedFrom(in); frame != null; frame = Frame.parseDelimitedFrom(in)) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private static KioskClock still() {
        return () -> new ClockReading(
                THEN.instant(), "boot-later", Duration.ofMinutes(1), Optional.empty(), Optional.empty());
    }
}
