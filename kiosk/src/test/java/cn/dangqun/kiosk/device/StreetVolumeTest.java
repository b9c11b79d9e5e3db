package cn.dangqun.kiosk.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.devices.api.Announcement;
import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.Voice;
import cn.dangqun.devices.api.VoiceResult;
import cn.dangqun.domain.credential.MacCardKeyer;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.voice.VolumeSchedule;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.kiosk.reference.StreetVolume;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How loud one kiosk of a site speaks: by the street's word for it, from the next word on and after a restart without
/// a line; and by its own settings again when the street takes that back (F-49).
class StreetVolumeTest {
    private static final KioskId HERE = new KioskId("hall-1");
    private static final Announcement CALL = new Announcement.Call(new Announcement.TicketNumber("A012"), 2, 2);

    @TempDir
    Path directory;

    private final SteppedClock clock = new SteppedClock(
            MadeUpStreet.DAY.atTime(9, 0).atZone(MadeUpStreet.ZONE).toInstant());

    @Test
    void goesByTheStreetFromOneWordToTheNextAcrossARestartAndBack() throws Exception {
        var items = new ArrayList<ReferenceItem>(MadeUpStreet.items());
        items.add(new ReferenceItem.KioskSettings("hall-2", VolumeSchedule.of("0")));
        long at;
        try (var reference = MadeUpStreet.store(directory, clock, items);
                var devices = start(reference)) {
            assertEquals("own 08:00=80 20:00=0", loudness(devices));
            assertInstanceOf(VoiceResult.Spoken.class, say(devices));

            at = reference.applied();
            apply(
                    reference,
                    ReferenceChange.put(
                            at + 1, new ReferenceItem.KioskSettings("hall-1", VolumeSchedule.of("09:00=0 10:00=50"))));

            assertEquals("street 09:00=0 10:00=50", loudness(devices));
            assertInstanceOf(VoiceResult.QuietHours.class, say(devices));
        }
        try (var reference = ReferenceStore.open(directory.resolve("reference.db"), Optional.empty(), clock);
                var devices = start(reference)) {
            assertInstanceOf(VoiceResult.QuietHours.class, say(devices));
            clock.pass(Duration.ofHours(1));
            assertInstanceOf(VoiceResult.Spoken.class, say(devices));
            clock.pass(Duration.ofHours(11));
            assertInstanceOf(VoiceResult.Spoken.class, say(devices));

            apply(reference, ReferenceChange.remove(at + 2, ReferenceKind.KIOSK_SETTINGS, "hall-1"));

            assertEquals("own 08:00=80 20:00=0", loudness(devices));
            assertInstanceOf(VoiceResult.QuietHours.class, say(devices));
        }
    }

    @Test
    void saysNothingOfAVoiceThatIsNotThere() {
        try (var devices = new KioskDevices(List.of(), clock.instant())) {
            assertEquals(Optional.empty(), devices.loudness());
        }
    }

    private KioskDevices start(ReferenceStore reference) {
        var voice = new KioskSettings.Device("voice", "sim-voice", Map.of("volume", "08:00=80 20:00=0"));
        var devices = new KioskDevices(List.of(voice), clock.instant());
        devices.start(new DeviceContext(clock, new MacCardKeyer(new byte[32]), new StreetVolume(reference, HERE)));
        return devices;
    }

    private static void apply(ReferenceStore reference, ReferenceChange change) {
        reference
                .apply(MadeUpStreet.pageOf(reference.applied(), false, List.of(change)), "")
                .join();
    }

    private static String loudness(KioskDevices devices) {
        var loudness = devices.loudness().orElseThrow();
        return (loudness.byStreet() ? "street " : "own ") + loudness.volume();
    }

    private static VoiceResult say(KioskDevices devices) {
        return devices.running(Voice.class).getFirst().say(CALL).join();
    }
}
