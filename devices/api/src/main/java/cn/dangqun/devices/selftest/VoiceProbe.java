package cn.dangqun.devices.selftest;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.devices.api.Voice;
import cn.dangqun.devices.api.VoiceResult;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Says the test prompt. Clips the voice pack lacks are a failure by name, whether the prompt needs them or not.
record VoiceProbe(StateProbe device, Voice voice) implements Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NAMED_MAX = 6;

    @Override
    public Subject subject() {
        return device.subject();
    }

    @Override
    public ProbeResult run() throws InterruptedException {
        try {
            var result = voice.say(Announcement.Prompt.TEST).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return switch (result) {
                case VoiceResult.Spoken _ -> spoken();
                case VoiceResult.MissingClips lacking -> missing(lacking.clips());
                case VoiceResult.QuietHours _ -> new ProbeResult.Skipped(ProbeText.of("selftest.skipped.quiet"));
                case VoiceResult.Dropped _ -> busy();
                case VoiceResult.NoSound no -> ProbeResult.failed(subject().name(), no.fault());
            };
        } catch (TimeoutException e) {
            return busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an announcement always ends with a result", e);
        }
    }

    private ProbeResult spoken() {
        return voice.missingClips().isEmpty()
                ? new ProbeResult.NeedsPerson(
                        ProbeText.of("selftest.ask.voice"),
                        ProbeText.of("selftest.advice.voice", subject().name()))
                : missing(voice.missingClips());
    }

    private static ProbeResult missing(Set<String> clips) {
        var named =
                String.join(", ", new TreeSet<>(clips).stream().limit(NAMED_MAX).toList());
        return new ProbeResult.Failed(ProbeText.of("selftest.advice.clips", Integer.toString(clips.size()), named));
    }

    private static ProbeResult busy() {
        return new ProbeResult.Failed(ProbeText.of("selftest.advice.voice_busy"));
    }
}
