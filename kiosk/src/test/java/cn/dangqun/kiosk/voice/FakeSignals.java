package cn.dangqun.kiosk.voice;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.devices.api.DeviceListener;
import cn.dangqun.devices.api.Signal;
import cn.dangqun.devices.api.SignalLight;
import cn.dangqun.devices.api.Voice;
import cn.dangqun.devices.api.VoiceResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// A lamp and a voice that note what they are asked; the voice never ends a sentence.
public final class FakeSignals {
    public final List<Signal.Lamp> lit = new ArrayList<>();
    public final List<Announcement> said = new ArrayList<>();

    public Feedback feedback() {
        return new Feedback(() -> List.of(light()), () -> List.of(voice()));
    }

    private SignalLight light() {
        return new SignalLight() {
            @Override
            public String name() {
                return "灯";
            }

            @Override
            public void show(Signal signal) {
                lit.add(signal.lamp());
            }

            @Override
            public void run(DeviceListener listener) {
                listener.working();
            }
        };
    }

    private Voice voice() {
        return new Voice() {
            @Override
            public String name() {
                return "喇叭";
            }

            @Override
            public CompletableFuture<VoiceResult> say(Announcement announcement) {
                said.add(announcement);
                return new CompletableFuture<>();
            }

            @Override
            public Set<String> missingClips() {
                return Set.of();
            }

            @Override
            public void run(DeviceListener listener) {
                listener.working();
            }
        };
    }
}
