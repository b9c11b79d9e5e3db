package cn.dangqun.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.devices.api.DeviceState;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.sync.SyncStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KioskCoreTest {
    @TempDir
    Path directory;

    private KioskSettings settings() {
        return new KioskSettings(
                directory.resolve("data"),
                "样例社区党群服务中心",
                ZoneId.of("Asia/Shanghai"),
                new KioskSettings.Server("127.0.0.1", 1, "0".repeat(64)),
                new KioskSettings.Screen(1080, 1920, false),
                List.of(new KioskSettings.Device("读卡器", "sim-reader", Map.of())),
                OptionalInt.empty(),
                KioskSettings.Window.STANDARD,
                Optional.empty());
    }

    @Test
    void opensBeforeEnrolmentAndSaysWhatIsMissing() throws Exception {
        try (var core = KioskCore.open(settings(), Clock.systemUTC())) {
            var services = core.services();
            var sources = core.features().staff().sources();

            assertEquals(
                    new SyncStatus.Link.NotEnrolled(), services.sync().status().link());
            assertEquals("样例社区党群服务中心", services.site().siteName());
            assertEquals(List.of(), core.features().activities().today().list());
            assertEquals(List.of(), core.features().staff().desk().staff());
            assertFalse(sources.ledger().health().damagedFileKept());
            var device = sources.devices().devices().getFirst();
            assertEquals("读卡器", device.name());
            // it runs, so that the street's code can be read; cards are not heard yet
            assertFalse(
                    device.state() instanceof DeviceState.Stopped,
                    device.state().toString());
        }
    }

    @Test
    void answersATapBeforeEnrolmentWithoutCountingAnybody() throws Exception {
        try (var core = KioskCore.open(settings(), Clock.systemUTC())) {
            var card = new Credential.Card(CardKey.of(new byte[32]), CardKind.CONTACTLESS_UID);

            assertEquals(
                    new CheckInOutcome.UnknownCard(List.of()),
                    core.features().checkIn().desk().present(card).join());
        }
    }

    @Test
    void keepsItsDataFromOtherAccounts() throws Exception {
        try (var core = KioskCore.open(settings(), Clock.systemUTC())) {
            assertEquals(
                    PosixFilePermissions.fromString("rwx------"),
                    Files.getPosixFilePermissions(directory.resolve("data")));
            assertTrue(core.devices().devices().size() == 1);
        }
    }

    @Test
    void keepsASecondKioskOffTheSameData() throws Exception {
        try (var core = KioskCore.open(settings(), Clock.systemUTC())) {
            assertThrows(IOException.class, () -> KioskCore.open(settings(), Clock.systemUTC()));
            assertTrue(core.features()
                    .staff()
                    .sources()
                    .ledger()
                    .health()
                    .clockDoubt()
                    .isEmpty());
        }
    }

    @Test
    void opensAgainAfterClosing() throws Exception {
        KioskCore.open(settings(), Clock.systemUTC()).close();

        KioskCore.open(settings(), Clock.systemUTC()).close();
    }
}
