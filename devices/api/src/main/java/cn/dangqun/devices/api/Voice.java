package cn.dangqun.devices.api;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Speaks announcements one after another; a newer one never cuts an older one short (F-49, F-88).
public interface Voice extends Device {
    /// Queues an announcement and returns at once; callable from any thread. The future always completes normally.
    CompletableFuture<VoiceResult> say(Announcement announcement);

    /// Clips the vocabulary needs and the voice pack lacks; empty when every announcement can be spoken. Known once the
    /// device has worked.
    Set<String> missingClips();

    @Override
    default DeviceKind kind() {
        return DeviceKind.VOICE;
    }
}
