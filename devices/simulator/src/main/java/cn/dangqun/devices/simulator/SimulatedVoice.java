package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.devices.api.Voice;
import cn.dangqun.devices.api.VoiceResult;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Driver `sim-voice`: a voice that speaks in no time and remembers what it said.
public final class SimulatedVoice implements Voice, SimulatedDevice {
    private final String name;
    private final DeviceScript script = new DeviceScript();
    private final Journal<Announcement> said = new Journal<>();

    public SimulatedVoice(String name) {
        this.name = name;
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
