package cn.dangqun.bench.qr;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
import cn.dangqun.bench.figure.Runs;
import cn.dangqun.devices.drivers.qr.CodeReader;
import cn.dangqun.devices.drivers.qr.Effort;
import cn.dangqun.devices.drivers.qr.GrayImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Reads all pictures below a directory with our decoder and with plain ZXing, in turns, and prints right texts, wrong
/// texts and milliseconds per picture of both, for every directory and in all.
public final class QrBench {
    private static final int ROUNDS = 3;

    private final PrintStream out;
    private final CodeReader reader = new CodeReader();

    QrBench(PrintStream out) {
        this.out = out;
    }

    /// `QrBench EACH`: so many of each class of our own gallery; `QrBench DIRECTORY`: what lies below it.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: QrBench EACH | DIRECTORY");
            System.exit(2);
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (!arguments[0].matches("[0-9]{1,4}")) {
            new QrBench(out).run(QrSample.below(Path.of(arguments[0])));
            return;
        }
        try (var report = new Report()) {
            var bench = new QrBench(out);
            bench.run(Gallery.drawn(Integer.parseInt(arguments[0]))).forEach(report::add);
        }
    }

    /// Returns how long the slowest still without a code took, and the slowest glance of a frame.
    List<Figure> run(List<QrSample> samples) {
        samples.forEach(
                sample -> { // unmeasured, so that both are compiled and all is loaded
                    PlainZxing.read(sample.image());
                    reader.read(sample.image(), Effort.STUDY);
                });
        var scores = new TreeMap<Path, Score>();
        var all = new Score();
        for (var sample : samples) {
            var score = scores.computeIfAbsent(sample.file().toAbsolutePath().getParent(), _ -> new Score());
            var plain = timed(PlainZxing::read, sample.image());
            var ours = timed(image -> reader.read(image, Effort.STUDY), sample.image());
            score.add(sample, ours, plain);
            all.add(sample, ours, plain);
            reportWrong(sample, "ours", ours);
            reportWrong(sample, "zxing", plain);
        }
        out.printf(
                "%8s %8s | %6s %6s %8s | %6s %6s %8s | %6s%n",
                "pictures", "expected", "ours", "wrong", "ms", "zxing", "wrong", "ms", "ratio");
        scores.forEach((directory, score) -> out.printf("%s %s%n", score, directory.getFileName()));
        out.printf("%s %s%n", all, "all");
        return slowest(samples);
    }

    private List<Figure> slowest(List<QrSample> samples) {
        var without = samples.stream().filter(each -> each.expected().isEmpty()).toList();
        if (without.isEmpty()) {
            return List.of();
        }
        return List.of(
                Figure.of("QR: still without a code, the slowest", "ms", slowest(without, Effort.STUDY))
                        .toward(Goal.atMost(80)),
                Figure.of("QR: camera frame, a glance, the slowest", "ms", slowest(samples, Effort.GLANCE))
                        .toward(Goal.atMost(40)),
                Figure.of("QR: camera frame, a look, the slowest", "ms", slowest(samples, Effort.LOOK))
                        .toward(Goal.atMost(40)));
    }

    private Runs slowest(List<QrSample> samples, Effort effort) {
        var rounds = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(samples.stream()
                    .mapToDouble(each -> timed(image -> reader.read(image, effort), each.image())
                                    .nanos()
                            / 1e6)
                    .max()
                    .orElseThrow());
        }
        return new Runs(rounds);
    }

    private void reportWrong(QrSample sample, String who, Reading reading) {
        if (sample.isWrong(reading.text())) {
            out.printf(
                    "WRONG by %s: %s read as \"%s\", expected %s%n",
                    who,
                    sample.file(),
                    reading.text().orElse(""),
                    sample.expected().map(text -> '"' + text + '"').orElse("no code"));
        }
    }

    private static Reading timed(Function<GrayImage, Optional<String>> decoder, GrayImage image) {
        var start = System.nanoTime();
        var text = decoder.apply(image);
        return new Reading(text, System.nanoTime() - start);
    }

    private record Reading(Optional<String> text, long nanos) {}

    /// Counts of one directory.
    private static final class Score {
        private int pictures;
        private int expected;
        private final Tally ours = new Tally();
        private final Tally plain = new Tally();

        void add(QrSample sample, Reading our, Reading zxing) {
            pictures++;
            expected += sample.expected().isPresent() ? 1 : 0;
            ours.add(sample, our);
            plain.add(sample, zxing);
        }

        @Override
        public String toString() {
            return "%8d %8d | %s | %s | %6.3f"
                    .formatted(
                            pictures,
                            expected,
                            ours.toString(pictures),
                            plain.toString(pictures),
                            (double) ours.right / Math.max(1, plain.right));
        }
    }

    private static final class Tally {
        private int right;
        private int wrong;
        private long nanos;

        void add(QrSample sample, Reading reading) {
            right += sample.isRight(reading.text()) ? 1 : 0;
            wrong += sample.isWrong(reading.text()) ? 1 : 0;
            nanos += reading.nanos();
        }

        String toString(int pictures) {
            return "%6d %6d %8.2f".formatted(right, wrong, nanos / 1e6 / pictures);
        }
    }
}
