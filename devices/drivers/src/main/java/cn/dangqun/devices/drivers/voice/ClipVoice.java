package cn.dangqun.devices.drivers.voice;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.Voice;
import cn.dangqun.devices.api.VoiceResult;
import cn.dangqun.devices.drivers.desk.OrderDesk;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/// Speaks by joining clips. Calls are always said; a prompt that waited too long is dropped, since its person has left.
final class ClipVoice implements Voice {
    static final Duration CLIP_GAP = Duration.ofMillis(60);
    static final Duration REPEAT_GAP = Duration.ofMillis(800);
    static final Duration PROMPT_WAITS_AT_MOST = Duration.ofSeconds(4);

    private static final Duration CHECK_EVERY = Duration.ofSeconds(30);
    private static final int WAITING_MAX = 30;
    private static final DeviceFault STOPPED = new DeviceFault(DeviceFault.Kind.DISCONNECTED, "the voice was stopped");

    private final String name;
    private final Path packDirectory;
    private final SoundOutput output;
    private final IntSupplier volume;
    private final LongSupplier nanoTime;
    private final OrderDesk<Wish, VoiceResult> desk = new OrderDesk<>(WAITING_MAX, (_, fault) -> refused(fault));
    private volatile Set<String> missing = Set.of();

    private record Wish(Announcement announcement, long sinceNanos) {}

    /// `volume`: percent to speak with now.
    ClipVoice(String name, Path packDirectory, SoundOutput output, IntSupplier volume, LongSupplier nanoTime) {
        this.name = name;
        this.packDirectory = packDirectory;
        this.output = output;
        this.volume = volume;
        this.nanoTime = nanoTime;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CompletableFuture<VoiceResult> say(Announcement announcement) {
        return desk.submit(new Wish(announcement, nanoTime.getAsLong()));
    }

    @Override
    public Set<String> missingClips() {
        return missing;
    }

    @Override
    public void run(DeviceListener listener) throws DeviceException, InterruptedException {
        var end = STOPPED;
        try {
            var pack = VoicePack.load(packDirectory);
            missing = pack.missing();
            output.check(pack.format());
            desk.open();
            report(listener);
            while (true) {
                var order = desk.next(CHECK_EVERY);
                if (order.isPresent()) {
                    speak(pack, order.get());
                } else {
                    output.check(pack.format());
                }
            }
        } catch (DeviceException e) {
            end = e.fault();
            throw e;
        } finally {
            desk.close(end);
        }
    }

    private void report(DeviceListener listener) {
        if (missing.isEmpty()) {
            listener.working();
        } else {
            listener.attention("voice clips missing: " + missing.size());
        }
    }

    private void speak(VoicePack pack, OrderDesk.Order<Wish, VoiceResult> order)
            throws DeviceException, InterruptedException {
        VoiceResult result = new VoiceResult.NoSound(STOPPED);
        try {
            result = speak(pack, order.job());
        } catch (DeviceException e) {
            result = new VoiceResult.NoSound(e.fault());
            throw e;
        } finally {
            order.result().complete(result);
        }
    }

    private VoiceResult speak(VoicePack pack, Wish wish) throws DeviceException, InterruptedException {
        int percent = volume.getAsInt();
        if (percent == 0) {
            return new VoiceResult.QuietHours();
        }
        if (isStale(wish)) {
            return new VoiceResult.Dropped();
        }
        var clips = Vocabulary.clipsOf(wish.announcement());
        var lacking = new TreeSet<>(clips);
        lacking.retainAll(missing);
        if (!lacking.isEmpty()) {
            return new VoiceResult.MissingClips(lacking);
        }
        output.play(sound(pack.find(clips), wish.announcement()).atVolume(percent));
        return new VoiceResult.Spoken();
    }

    private static Pcm sound(List<Pcm> clips, Announcement announcement) {
        var once = Pcm.join(clips, CLIP_GAP);
        return switch (announcement) {
            case Announcement.Prompt _ -> once;
            case Announcement.Call call -> Pcm.join(Collections.nCopies(call.repeat(), once), REPEAT_GAP);
        };
    }

    private boolean isStale(Wish wish) {
        return switch (wish.announcement()) {
            case Announcement.Prompt _ -> nanoTime.getAsLong() - wish.sinceNanos() > PROMPT_WAITS_AT_MOST.toNanos();
            case Announcement.Call _ -> false;
        };
    }

    private static VoiceResult refused(DeviceFault fault) {
        return fault.kind() == DeviceFault.Kind.BUSY ? new VoiceResult.Dropped() : new VoiceResult.NoSound(fault);
    }
}
