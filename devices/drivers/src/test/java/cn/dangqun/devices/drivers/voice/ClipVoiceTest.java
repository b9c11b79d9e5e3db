package cn.dangqun.devices.drivers.voice;

import static cn.dangqun.devices.api.Announcement.Prompt.CHECKED_IN;
import static cn.dangqun.devices.api.Announcement.Prompt.TEST;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.devices.api.Announcement.Call;
import cn.dangqun.devices.api.Announcement.TicketNumber;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.VoiceResult;
import cn.dangqun.devices.drivers.RecordingListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sound.sampled.AudioFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("real-time")
final class ClipVoiceTest {
    @TempDir
    private Path directory;

    private final AtomicInteger volume = new AtomicInteger(100);
    private final AtomicLong nanos = new AtomicLong();
    private final Loudspeaker loudspeaker = new Loudspeaker();
    private final RecordingListener listener = new RecordingListener();
    private Thread thread = new Thread();

    /// Holds each sound until the test lets it end.
    private static final class Loudspeaker implements SoundOutput {
        private final BlockingQueue<Pcm> begun = new LinkedBlockingQueue<>();
        private final Semaphore ends = new Semaphore(0);

        @Override
        public void check(AudioFormat format) {}

        @Override
        public void play(Pcm sound) throws InterruptedException {
            begun.add(sound);
            ends.acquire();
        }

        Pcm next() throws InterruptedException {
            var sound = begun.poll(5, TimeUnit.SECONDS);
            return sound == null ? Pcm.silence(1, Duration.ZERO) : sound;
        }
    }

    private ClipVoice start(Set<String> without) throws Exception {
        return start(without, Duration.ZERO);
    }

    private ClipVoice start(Set<String> without, Duration leadIn) throws Exception {
        TonePack.write(directory, without);
        var voice = new ClipVoice(
                "voice",
                directory,
                Optional.empty(),
                loudspeaker,
                new ClipVoice.Manner(volume::get, leadIn),
                nanos::get);
        thread = Thread.ofPlatform().name("device-voice").unstarted(() -> {
            try {
                voice.run(listener);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (DeviceException e) {
                listener.misread(e.fault());
            }
        });
        thread.start();
        return voice;
    }

    @AfterEach
    void stop() {
        thread.interrupt();
    }

    private static VoiceResult result(CompletableFuture<VoiceResult> future) throws Exception {
        return future.get(5, TimeUnit.SECONDS);
    }

    private byte[] expected(Announcement announcement) throws Exception {
        return once(announcement).bytes();
    }

    private Pcm once(Announcement announcement) throws Exception {
        return Pcm.join(VoicePack.load(directory).find(Vocabulary.clipsOf(announcement)), Duration.ofMillis(60));
    }

    private byte[] again(Announcement announcement) throws Exception {
        var gap = Pcm.silence(TonePack.RATE, Duration.ofMillis(800));
        return Pcm.join(List.of(gap, once(announcement)), Duration.ZERO).bytes();
    }

    @Test
    void saysACallTwiceFromItsClips() throws Exception {
        var voice = start(Set.of());
        assertEquals("working", listener.next());
        var call = new Call(new TicketNumber("A012"), 2, 2);

        var result = voice.say(call);
        loudspeaker.ends.release(2);

        assertArrayEquals(expected(call), loudspeaker.next().bytes());
        assertArrayEquals(again(call), loudspeaker.next().bytes());
        assertEquals(new VoiceResult.Spoken(), result(result));
    }

    /// A call of twelve seconds left nobody who checked in meanwhile a word (issue 15).
    @Test
    void saysASuccessBetweenTheRepeatsOfACallAndBeforeTheNextCall() throws Exception {
        var voice = start(Set.of());
        listener.next();
        var call = new Call(new TicketNumber("A012"), 2, 2);
        var next = new Call(new TicketNumber("B3"), 1, 1);
        var called = voice.say(call);
        assertArrayEquals(expected(call), loudspeaker.next().bytes());
        var nextCalled = voice.say(next);
        var success = voice.say(CHECKED_IN);

        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        loudspeaker.ends.release();
        assertArrayEquals(expected(CHECKED_IN), loudspeaker.next().bytes());
        loudspeaker.ends.release();
        assertArrayEquals(again(call), loudspeaker.next().bytes());
        assertEquals(new VoiceResult.Spoken(), result(success));

        var later = voice.say(CHECKED_IN);
        loudspeaker.ends.release();
        assertArrayEquals(expected(CHECKED_IN), loudspeaker.next().bytes());
        loudspeaker.ends.release();
        assertArrayEquals(expected(next), loudspeaker.next().bytes());
        loudspeaker.ends.release();
        assertEquals(
                List.of(new VoiceResult.Spoken(), new VoiceResult.Spoken(), new VoiceResult.Spoken()),
                List.of(result(called), result(later), result(nextCalled)));
    }

    @Test
    void wakesTheOutputBeforeTheFirstSoundAndAgainWhenItHasBeenQuiet() throws Exception {
        var leadIn = Duration.ofMillis(1500);
        var voice = start(Set.of(), leadIn);
        listener.next();
        var led = Pcm.join(List.of(Pcm.hush(TonePack.RATE, leadIn), once(CHECKED_IN)), Duration.ZERO)
                .bytes();
        loudspeaker.ends.release(3);

        result(voice.say(CHECKED_IN));
        assertArrayEquals(led, loudspeaker.next().bytes());
        result(voice.say(CHECKED_IN));
        assertArrayEquals(expected(CHECKED_IN), loudspeaker.next().bytes());
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        result(voice.say(CHECKED_IN));
        assertArrayEquals(led, loudspeaker.next().bytes());
    }

    @Test
    void newerCallWaitsUntilTheOlderOneIsSaid() throws Exception {
        var voice = start(Set.of());
        listener.next();
        var first = new Call(new TicketNumber("A1"), 1, 1);
        var second = new Call(new TicketNumber("B2"), 2, 1);

        var firstResult = voice.say(first);
        var secondResult = voice.say(second);

        assertArrayEquals(expected(first), loudspeaker.next().bytes());
        assertEquals(0, loudspeaker.begun.size(), "the second has not begun while the first sounds");
        loudspeaker.ends.release();
        assertEquals(new VoiceResult.Spoken(), result(firstResult));
        assertArrayEquals(expected(second), loudspeaker.next().bytes());
        loudspeaker.ends.release();
        assertEquals(new VoiceResult.Spoken(), result(secondResult));
    }

    @Test
    void dropsAPromptWhosePersonHasLeftButNeverACall() throws Exception {
        var voice = start(Set.of());
        listener.next();
        var now = voice.say(TEST);
        loudspeaker.next();
        var prompt = voice.say(CHECKED_IN);
        var call = voice.say(new Call(new TicketNumber("A1"), 1, 1));

        nanos.addAndGet(Duration.ofSeconds(8).toNanos());
        loudspeaker.ends.release(2);

        assertEquals(new VoiceResult.Spoken(), result(now));
        assertEquals(new VoiceResult.Dropped(), result(prompt));
        assertEquals(new VoiceResult.Spoken(), result(call));
    }

    @Test
    void isSilentInQuietHoursAndSofterAtLunch() throws Exception {
        var voice = start(Set.of());
        listener.next();
        volume.set(0);
        assertEquals(new VoiceResult.QuietHours(), result(voice.say(CHECKED_IN)));

        volume.set(50);
        loudspeaker.ends.release();
        assertEquals(new VoiceResult.Spoken(), result(voice.say(CHECKED_IN)));

        var full = Pcm.ofBytes(TonePack.RATE, expected(CHECKED_IN));
        assertArrayEquals(full.atVolume(50).bytes(), loudspeaker.next().bytes());
    }

    @Test
    void saysNothingRatherThanHalfASentence() throws Exception {
        var voice = start(Set.of("digit-2"));
        assertEquals("attention: voice clips missing: 1", listener.next());

        var result = voice.say(new Call(new TicketNumber("A012"), 2, 2));

        assertEquals(new VoiceResult.MissingClips(Set.of("digit-2")), result(result));
        assertEquals(Set.of("digit-2"), voice.missingClips());
        assertEquals(List.of(), List.copyOf(loudspeaker.begun));
    }

    @Test
    void answersNoSoundWhenItDoesNotRun() throws Exception {
        var voice = start(Set.of());
        listener.next();
        thread.interrupt();
        thread.join(Duration.ofSeconds(5));

        assertInstanceOf(VoiceResult.NoSound.class, result(voice.say(CHECKED_IN)));
    }

    @Test
    void stoppingEndsTheSoundAndAnswersEverybody() throws Exception {
        var voice = start(Set.of());
        listener.next();
        var sounding = voice.say(TEST);
        loudspeaker.next();
        var waiting = voice.say(CHECKED_IN);

        thread.interrupt();

        assertInstanceOf(VoiceResult.NoSound.class, result(sounding));
        var refused = assertInstanceOf(VoiceResult.NoSound.class, result(waiting));
        assertEquals(Kind.DISCONNECTED, refused.fault().kind());
    }
}
