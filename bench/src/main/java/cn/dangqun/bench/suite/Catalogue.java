package cn.dangqun.bench.suite;

import cn.dangqun.bench.console.ConsoleBench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Every benchmark there is, in the order in which the suite runs them.
final class Catalogue {
    static final List<Benchmark> ALL = List.of(
            kiosk(
                    "startup",
                    "start of a kiosk to its first screen (ms)",
                    "StartupBench",
                    List.of("5"),
                    List.of("20"),
                    "64m"),
            kiosk(
                    "checkin",
                    "card at the reader to painted 签到成功 (ms)",
                    "CheckInBench",
                    List.of("60"),
                    List.of("600"),
                    "256m"),
            kiosk(
                    "memory",
                    "memory of a kiosk after touches (MB)",
                    "MemoryBench",
                    List.of("1500", "30"),
                    List.of("5000", "720"),
                    "256m"),
            kiosk(
                    "wall",
                    "the wall's pages take turns: frames, and CPU (ms)",
                    "WallBench",
                    List.of("3"),
                    List.of("20"),
                    "256m"),
            kiosk(
                    "carryover",
                    "taps while a ledger is carried over (ms)",
                    "CarryOverBench",
                    List.of("10000", "3"),
                    List.of("50000", "5"),
                    "256m"),
            street("qr", "QR pictures read, and ms for each", "qr.QrBench", List.of("6"), List.of("60"), "512m")
                    .also(folder -> Files.isDirectory(Path.of(folder))),
            street(
                    "import",
                    "an Excel roster looked through and taken over",
                    "ImportBench",
                    List.of("5000"),
                    List.of("50000"),
                    "256m"),
            street(
                    "publication",
                    "how long a write waits while a roster is published",
                    "PublicationBench",
                    List.of("5000"),
                    List.of("50000"),
                    "1g"),
            street(
                    "backup",
                    "a backup, and how long a write waits beside it",
                    "BackupBench",
                    List.of("5000", "60000"),
                    List.of("50000", "600000"),
                    "512m"),
            street(
                    "sync",
                    "facts a second into the street, over TLS",
                    "sync.SyncBench",
                    List.of("3", "5"),
                    List.of("5", "1"),
                    "2g"),
            street(
                    "storm",
                    "many kiosks at once beside one (times)",
                    "sync.StormBench",
                    List.of("100", "500"),
                    List.of("1000", "500"),
                    "512m"),
            street(
                    "idle",
                    "street memory of each idle kiosk (KiB)",
                    "sync.IdleBench",
                    List.of("500"),
                    List.of("10000"),
                    "1g"),
            street(
                    "latency",
                    "fact sent to the open page (ms)",
                    "sync.LatencyBench",
                    List.of("100"),
                    List.of("500"),
                    "512m"),
            street(
                    "rules",
                    "the verdicts of a year, by the rules",
                    "DutyBoardBench",
                    List.of("11"),
                    List.of("51"),
                    "512m"),
            street(
                    "board",
                    "the page of a day, and who watches it",
                    "BoardBench",
                    List.of("5000"),
                    List.of("50000"),
                    "1g"),
            street(
                            "console",
                            "every page beside its bare statements",
                            "console.ConsoleBench",
                            List.of("1600", "1"),
                            List.of("50000", "3"),
                            "2g")
                    .also(ConsoleBench.DAY::equals),
            street(
                            "growth",
                            "exponents of cost in size, with a picture",
                            "growth.GrowthBench",
                            List.of("8"),
                            List.of("1"),
                            "1g")
                    .also(picture -> picture.endsWith(".svg")),
            street("cards", "what one guess of an ID number costs (µs)", "CardBench", List.of(), List.of(), "256m"));

    private Catalogue() {}

    private static Benchmark street(
            String name, String what, String program, List<String> brief, List<String> whole, String heap) {
        return new Benchmark(name, what, "cn.dangqun.bench." + program, brief, whole, _ -> false, heap);
    }

    private static Benchmark kiosk(
            String name, String what, String program, List<String> brief, List<String> whole, String heap) {
        return new Benchmark(name, what, "cn.dangqun.bench.kiosk." + program, brief, whole, _ -> false, heap);
    }

    static Optional<Benchmark> named(String name) {
        return ALL.stream().filter(each -> each.name().equals(name)).findFirst();
    }
}
