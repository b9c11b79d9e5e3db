package cn.dangqun.devices.drivers;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Line;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is connected to this machine as its operating system sees it. Opens nothing and disturbs nobody.
final class Inventory {
    private static final Logger log = LoggerFactory.getLogger(Inventory.class);

    private final List<Section> sections;

    /// `title` is a key of the bundle `texts`.
    record Section(String title, List<String> found) {}

    private Inventory(List<Section> sections) {
        this.sections = sections;
    }

    /// `root`: `/`, or a directory that stands for it.
    static Inventory of(Path root) {
        return new Inventory(List.of(
                new Section("devices.section.pcsc", cardTerminals()),
                new Section("devices.section.serial", serialPorts(root)),
                new Section("devices.section.input", files(root, "dev/input/by-id", "*-event-kbd")),
                new Section("devices.section.printer", files(root, "dev/usb", "lp*")),
                new Section(
                        "devices.section.camera",
                        both(files(root, "dev/v4l/by-id", "*"), files(root, "dev", "video*"))),
                new Section("devices.section.sound", mixers()),
                new Section("devices.section.gpio", files(root, "dev", "gpiochip*"))));
    }

    List<Section> sections() {
        return sections;
    }

    private static List<String> cardTerminals() {
        try {
            return TerminalFactory.getInstance("PC/SC", null).terminals().list().stream()
                    .map(CardTerminal::getName)
                    .toList();
        } catch (NoSuchAlgorithmException | CardException e) {
            log.debug("no card terminals: {}", e.toString());
            return List.of();
        }
    }

    private static List<String> serialPorts(Path root) {
        var ports = Arrays.stream(SerialPort.getCommPorts())
                .map(port -> port.getSystemPortPath() + "  " + port.getDescriptivePortName())
                .toList();
        return both(files(root, "dev/serial/by-id", "*"), ports);
    }

    private static List<String> mixers() {
        var playback = new Line.Info(SourceDataLine.class);
        return Arrays.stream(AudioSystem.getMixerInfo())
                .filter(each -> AudioSystem.getMixer(each).isLineSupported(playback))
                .map(Mixer.Info::getName)
                .toList();
    }

    private static List<String> files(Path root, String directory, String pattern) {
        var found = new ArrayList<String>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(directory), pattern)) {
            for (var entry : entries) {
                found.add("/" + directory + "/" + entry.getFileName());
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            log.warn("cannot look into /{}: {}", directory, e.toString());
        }
        found.sort(null);
        return found;
    }

    private static List<String> both(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
