package cn.dangqun.devices.drivers.voice;

import cn.dangqun.devices.api.DeviceContext;
import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceSettings;
import cn.dangqun.devices.api.Voice;
import cn.dangqun.devices.drivers.RecordingListener;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A process of its own, since ALSA takes its configuration from the environment: says one call with the pack in the
/// first argument, as the kiosk would, and writes the result to the file in the second.
final class SpeakOnce {
    private SpeakOnce() {}

    public static void main(String[] arguments) throws Exception {
        var settings = new DeviceSettings("voice", "clips", Map.of("pack", arguments[0], "volume", "100"));
        var context = new DeviceContext(Clock.systemUTC(), new MacCardKeyer(new byte[32]));
        var voice = (Voice) new ClipVoiceProvider().create(settings, context);
        var listener = new RecordingListener();
        var thread = Thread.ofPlatform().name("device-voice").unstarted(() -> run(voice, listener));
        thread.start();
        var state = listener.next();
        var result = voice.say(VoiceCaptureTest.CALL).get(20, TimeUnit.SECONDS);
        Files.writeString(Path.of(arguments[1]), state + "\n" + result + "\n");
        thread.interrupt();
        thread.join();
    }

    private static void run(Voice voice, RecordingListener listener) {
        try {
            voice.run(listener);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DeviceException e) {
            listener.attention(e.fault().kind().name());
        }
    }
}
