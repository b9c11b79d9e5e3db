package cn.dangqun.devices.drivers.voice;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import java.util.Arrays;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

/// Plays through the Java sound system, on Linux ALSA. The device is held only while something is said.
final class JavaSoundOutput implements SoundOutput {
    private final Optional<String> mixerName;

    /// `mixerName`: part of the name of the mixer to use; the default one when empty.
    JavaSoundOutput(Optional<String> mixerName) {
        this.mixerName = mixerName;
    }

    @Override
    public void check(AudioFormat format) throws DeviceException {
        line(format).close();
    }

    @Override
    public void play(Pcm sound) throws DeviceException, InterruptedException {
        var format = sound.format();
        var bytes = sound.bytes();
        int framesInATenth = (int) (format.getSampleRate() / 10);
        int tenth = framesInATenth * format.getFrameSize();
        try (var line = line(format)) {
            line.open(format);
            line.start();
            for (int at = 0; at < bytes.length; at += tenth) {
                line.write(bytes, at, Math.min(tenth, bytes.length - at));
                if (Thread.interrupted()) {
                    line.stop();
                    line.flush();
                    throw new InterruptedException("asked to stop while speaking");
                }
            }
            line.drain();
        } catch (LineUnavailableException e) {
            throw new DeviceException(Kind.BUSY, "the sound device is held by another program", e);
        }
    }

    private SourceDataLine line(AudioFormat format) throws DeviceException {
        var wanted = new DataLine.Info(SourceDataLine.class, format);
        try {
            if (mixerName.isEmpty()) {
                return (SourceDataLine) AudioSystem.getLine(wanted);
            }
            return (SourceDataLine)
                    AudioSystem.getMixer(mixer(mixerName.get(), wanted)).getLine(wanted);
        } catch (LineUnavailableException e) {
            throw new DeviceException(Kind.BUSY, "the sound device is held by another program", e);
        } catch (IllegalArgumentException e) {
            throw new DeviceException(Kind.NOT_FOUND, "no sound device plays " + format, e);
        }
    }

    private static Mixer.Info mixer(String part, DataLine.Info wanted) throws DeviceException {
        return Arrays.stream(AudioSystem.getMixerInfo())
                .filter(each -> each.getName().contains(part))
                .filter(each -> AudioSystem.getMixer(each).isLineSupported(wanted))
                .findFirst()
                .orElseThrow(() -> new DeviceException(Kind.NOT_FOUND, "no sound device is called " + part));
    }
}
