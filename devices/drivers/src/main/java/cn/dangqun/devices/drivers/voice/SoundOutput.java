package cn.dangqun.devices.drivers.voice;

import cn.dangqun.devices.api.DeviceException;
import javax.sound.sampled.AudioFormat;

/// Where sound goes.
interface SoundOutput {
    /// @throws DeviceException NOT_FOUND when there is nothing that could play this format
    void check(AudioFormat format) throws DeviceException;

    /// Plays to the end.
    ///
    /// @throws DeviceException NOT_FOUND or BUSY
    /// @throws InterruptedException when asked to stop; the sound ends at once
    void play(Pcm sound) throws DeviceException, InterruptedException;
}
