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
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/// Speaks by joining clips. Calls are always said; a prompt is said before calls that wait and between the repeats of
/// one, and is dropped when it waited too long, since its person has left. Before the first sound after a while comes a
/// hush that nobody hears: HDMI and USB outputs swallow what comes while they wake up.
final class ClipVoice implements Voice {
    static final Duration CLIP_GAP = Duration.ofMillis(60);
    static final Duration REPEAT_GAP = Duration.ofMillis(800);
    /// Longer than a call is said once.
    static final Duration PROMPT_WAITS_AT_MOST = Duration.ofSeconds(7);
    /// An output that has been quiet for so long may sleep.
    static final Duration SLEEPS_AFTER = Duration.ofSeconds(2);

    private static final Duration CHECK_EVERY = Duration.ofSeconds(30);
    private static final int WAITING_MAX = 30;
    private static final DeviceFault STOPPED = new DeviceFault(DeviceFault.Kind.DISCONNECTED, "the voice was stopped");

    private final String name;
    private final Path packDirectory;
    private final Optional<Path> recordings;
    private final SoundOutput output;
    private final Manner manner;
    private final LongSupplier nanoTime;
    private final OrderDesk<Wish, VoiceResult> desk = new OrderDesk<>(WAITING_MAX, (_, fault) -> refused(fault));
    private volatile Set<String> missing = Set.of();
    private OptionalLong quietSince = OptionalLong.empty();

    private record Wish(Announcement announcement, long sinceNanos) {}

    /// `volume`: percent to speak with now; `leadIn`: how long the output may take to wake up.
    record Manner(IntSupplier volume, Duration leadIn) {}

    ClipVoice(
            String name,
            Path packDirectory,
            Optional<Path> recordings,
            SoundOutput output,
            Manner manner,
            LongSupplier nanoTime) {
        this.name = name;
        this.packDirectory = packDirectory;
        this.recordings = recordings;
        this.output = output;
        this.manner = manner;
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
            var pack = VoicePack.load(packDirectory, recordings);
            missing = pack.missing();
            output.check(pack.format());
            desk.open();
            report(listener);
            while (true) {
                var prompt = desk.poll(ClipVoice::isPrompt);
                var order = prompt.isPresent() ? prompt : desk.next(CHECK_EVERY);
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
        int percent = manner.volume().getAsInt();
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
        var once = Pcm.join(pack.find(clips), CLIP_GAP).atVolume(percent);
        play(once);
        if (wish.announcement() instanceof Announcement.Call call) {
            repeat(pack, once, call.repeat() - 1);
        }
        return new VoiceResult.Spoken();
    }

    /// Whoever checked in meanwhile hears it between two repeats.
    private void repeat(VoicePack pack, Pcm once, int times) throws DeviceException, InterruptedException {
        for (int i = 0; i < times; i++) {
            for (var prompt = desk.poll(ClipVoice::isPrompt);
                    prompt.isPresent();
                    prompt = desk.poll(ClipVoice::isPrompt)) {
                speak(pack, prompt.get());
            }
            play(Pcm.join(List.of(Pcm.silence(once.rate(), REPEAT_GAP), once), Duration.ZERO));
        }
    }

    private void play(Pcm sound) throws DeviceException, InterruptedException {
        long now = nanoTime.getAsLong();
        boolean sleeps = quietSince.isEmpty() || now - quietSince.getAsLong() > SLEEPS_AFTER.toNanos();
        boolean leads = sleeps && manner.leadIn().isPositive();
        output.play(leads ? Pcm.join(List.of(Pcm.hush(sound.rate(), manner.leadIn()), sound), Duration.ZERO) : sound);
        quietSince = OptionalLong.of(nanoTime.getAsLong());
    }

    private static boolean isPrompt(Wish wish) {
        return wish.announcement() instanceof Announcement.Prompt;
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
