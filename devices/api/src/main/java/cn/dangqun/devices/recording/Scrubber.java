package cn.dangqun.devices.recording;

/// Takes people out of what goes over a line and leaves what drivers stumble over. As many bytes come out as went in,
/// and the same for the same within one recording. For one thread.
public interface Scrubber {
    /// Everything that arrived between two pauses or commands, in one piece.
    byte[] received(byte[] bytes);

    /// One command as the driver sends it.
    default byte[] sent(byte[] bytes) {
        return bytes;
    }
}
