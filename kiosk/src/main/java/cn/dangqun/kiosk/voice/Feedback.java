package cn.dangqun.kiosk.voice;

import cn.dangqun.devices.api.Signal;
import cn.dangqun.devices.api.SignalLight;
import cn.dangqun.devices.api.Voice;
import cn.dangqun.kiosk.checkin.CheckInAnswer;
import cn.dangqun.kiosk.checkin.CheckInFeature;
import java.util.List;
import java.util.function.Supplier;

/// Lights the lamps and speaks when an answer stands on the screen, so after the commit (DESIGN §3, F-06, F-88). No
/// name is spoken. Never blocks: the ports only queue. Without lamp or voice nothing happens; the screen says the
/// same.
public final class Feedback implements CheckInFeature.Witness {
    private final Supplier<List<SignalLight>> lights;
    private final Supplier<List<Voice>> voices;

    /// Both are asked at every answer, since devices come and go.
    public Feedback(Supplier<List<SignalLight>> lights, Supplier<List<Voice>> voices) {
        this.lights = lights;
        this.voices = voices;
    }

    /// What became of an announcement is the voice's own to report (F-73).
    @Override
    public void shown(CheckInAnswer answer) {
        var cue = Cue.of(answer);
        lights.get().forEach(light -> light.show(cue.signal()));
        cue.prompt()
                .ifPresent(prompt -> voices.get().forEach(voice -> {
                    var _ = voice.say(prompt);
                }));
    }

    /// A short tone and no sentence: the voice may be speaking to the person in front.
    @Override
    public void askedToWait() {
        lights.get().forEach(light -> light.show(Signal.LOOK));
    }
}
