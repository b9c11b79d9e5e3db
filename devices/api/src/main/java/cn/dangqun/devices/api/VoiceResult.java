package cn.dangqun.devices.api;

import java.util.Set;

/// What became of one announcement. Everything spoken is also on the screen, so silence is never an error to a member.
public sealed interface VoiceResult {
    record Spoken() implements VoiceResult {}

    /// The volume schedule says zero at this hour.
    record QuietHours() implements VoiceResult {}

    /// The voice pack lacks these clips; nothing was said, since half a sentence misleads.
    record MissingClips(Set<String> clips) implements VoiceResult {
        public MissingClips {
            clips = Set.copyOf(clips);
        }
    }

    /// Waited so long behind others that its person has left, or the queue was full.
    record Dropped() implements VoiceResult {}

    /// No sound device, or it failed.
    record NoSound(DeviceFault fault) implements VoiceResult {}
}
