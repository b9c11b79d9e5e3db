package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.Announcement;
import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.SimulatorConsole;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The words of the simulator, for the control port and for the demo panel:
///
///     tap uid HEX | tap chip HEX | tap number TEXT | tap bad KIND        card on the reader
///     code TEXT          camera TEXT
///     fault DEVICE KIND  heal DEVICE
///     list               shown                      said                       printed
///
/// DEVICE is a name or `reader`, `scanner`, `camera`, `printer`, `light`, `voice`; KIND is a
/// [DeviceFault.Kind]. A camera sees a code only while the kiosk wants pictures.
public final class SimulatorCommands implements SimulatorConsole {
    private final SimulatorBench bench;

    public SimulatorCommands() {
        this(SimulatorBench.named(SimulatorBench.MAIN));
    }

    public SimulatorCommands(SimulatorBench bench) {
        this.bench = bench;
    }

    @Override
    public String execute(String line) {
        var words = line.strip().split("\\s+", 2);
        var rest = words.length > 1 ? words[1] : "";
        try {
            return switch (words[0]) {
                case "tap" -> answer(tap(rest));
                case "code" -> answer(device(SimulatedScanner.class).scan(rest));
                case "camera" -> answer(device(SimulatedCamera.class).show(rest));
                case "fault" -> fault(rest);
                case "heal" -> heal(rest);
                case "list" -> list();
                case "shown" ->
                    lines(
                            device(SimulatedLight.class).shown(),
                            signal -> signal.lamp().name());
                case "said" -> lines(device(SimulatedVoice.class).said(), Announcement::toString);
                case "printed" -> lines(device(SimulatedTicketPrinter.class).printed(), job -> "job " + job.number());
                default -> "error unknown command";
            };
        } catch (IllegalArgumentException e) {
            return "error " + e.getMessage();
        }
    }

    private boolean tap(String rest) {
        var words = rest.split("\\s+", 2);
        if (words.length < 2) {
            throw new IllegalArgumentException("tap what");
        }
        var reader = device(SimulatedReader.class);
        return switch (words[0]) {
            case "uid" -> reader.tapUid(hex(words[1]));
            case "chip" -> reader.tapChip(hex(words[1]));
            case "number" -> reader.tapNumber(words[1]);
            case "bad" -> reader.misread(kind(words[1]));
            default -> throw new IllegalArgumentException("tap uid, chip, number or bad");
        };
    }

    private String fault(String rest) {
        int cut = rest.lastIndexOf(' ');
        if (cut < 0) {
            throw new IllegalArgumentException("fault DEVICE KIND");
        }
        named(rest.substring(0, cut).strip()).script().fail(kind(rest.substring(cut + 1)));
        return "ok";
    }

    private String heal(String name) {
        named(name).script().heal();
        return "ok";
    }

    private String list() {
        return bench.devices().stream()
                .map(d -> d.name() + "="
                        + d.script().fault().map(f -> f.kind().name()).orElse("good"))
                .collect(Collectors.joining(", ", "ok ", ""));
    }

    private static <T> String lines(List<T> entries, Function<T, String> words) {
        return entries.stream().map(words).collect(Collectors.joining(", ", "ok ", ""));
    }

    private <T extends SimulatedDevice> T device(Class<T> type) {
        return bench.first(type).orElseThrow(() -> new IllegalArgumentException("no such device is simulated"));
    }

    private SimulatedDevice named(String name) {
        return bench.find(name)
                .or(() -> alias(name).flatMap(bench::first))
                .orElseThrow(() -> new IllegalArgumentException("no such device is simulated"));
    }

    private static Optional<Class<? extends SimulatedDevice>> alias(String word) {
        return switch (word) {
            case "reader" -> Optional.of(SimulatedReader.class);
            case "scanner" -> Optional.of(SimulatedScanner.class);
            case "camera" -> Optional.of(SimulatedCamera.class);
            case "printer" -> Optional.of(SimulatedTicketPrinter.class);
            case "light" -> Optional.of(SimulatedLight.class);
            case "voice" -> Optional.of(SimulatedVoice.class);
            default -> Optional.empty();
        };
    }

    private static DeviceFault.Kind kind(String word) {
        return Arrays.stream(DeviceFault.Kind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of fault"));
    }

    private static byte[] hex(String word) {
        try {
            return HexFormat.of().parseHex(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not hexadecimal", e);
        }
    }

    private static String answer(boolean accepted) {
        return accepted ? "ok" : "error the device is faulted, off or busy";
    }
}
