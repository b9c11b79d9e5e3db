package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.devices.api.Voice;
import cn.dangqun.devices.api.VoiceResult;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntSupplier;

/// Driver `sim-voice`: a voice that speaks in no time and remembers what it said. Where its volume in
/// percent is 0 it says nothing.
public final class SimulatedVoice implements Voice, SimulatedDevice {
    private final String name;
    private final DeviceScript script = new DeviceScript();
    private final Journal<Announcement> said = new Journal<>();

    private final IntSupplier volume;

    public SimulatedVoice(String name, IntSupplier volume) {
        this.name = name;
        this.volume = volume;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DeviceScript script() {
        return script;
    }

    @Override
    public CompletableFuture<VoiceResult> say(Announcement announcement) {
        var fault = script.fault();
        if (fault.isPresent()) {
            return CompletableFuture.completedFuture(new VoiceResult.NoSound(fault.get()));
        }
        if (volume.getAsInt() == 0) {
            return CompletableFuture.completedFuture(new VoiceResult.QuietHours());
        }
        said.add(announcement);
        return CompletableFuture.completedFuture(new VoiceResult.Spoken());
    }

    @Override
    public Set<String> missingClips() {
        return Set.of();
    }

    /// Oldest first, a hundred at most.
    public List<Announcement> said() {
        return said.entries();
    }
}
