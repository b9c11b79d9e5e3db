package cn.dangqun.bench.kiosk;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.wall.Validity;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallText;
import cn.dangqun.kiosk.wall.WallTurnsViewModel;
import cn.dangqun.server.content.ContentStore;
import cn.dangqun.server.db.Database;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/// The wall's pages that take turns while nobody is here, words and pictures, drawn by software on a packaged
/// kiosk: the slowest frame, and the processor's time of a turn. Beside it, on the same Java, a window with one
/// label or one picture that takes turns. `WallBench TURNS [PACKAGE]`.
public final class WallBench {
    private static final List<String> SOFTWARE = List.of("-Dprism.order=sw");
    private static final Duration APART = Duration.ofMillis(500);
    /// What the kiosk says of each page that it hangs.
    private static final String PAGE = "WallPaper wall: ";
    private static final Duration PLAIN_TURN = Duration.ofSeconds(2);
    private static final int WIDTH = 1080;
    private static final int HEIGHT = 1440;
    private static final int HANGING = 6;
    private static final int PATIENCE_SECONDS = 30;

    private final Path folder;
    private final Path tree;
    private final Path picture;

    private WallBench(Path folder, Path tree, Path picture) {
        this.folder = folder;
        this.tree = tree;
        this.picture = picture;
    }

    public static void main(String[] arguments) throws Exception {
        int turns = Integer.parseInt(arguments[0]);
        var tree = PackageTree.named(arguments, 1);
        var folder = Files.createTempDirectory("wall");
        try (var screen = VirtualScreen.open();
                var report = new Report()) {
            var bench = new WallBench(folder, tree, photograph(folder.resolve("picture.jpg")));
            var ours = bench.kiosk(screen.display(), turns);
            var plain = bench.plain(screen.display(), turns);
            report.add(Figure.of("wall: the slowest frame of " + turns + " turns", "ms", ours.slowest())
                    .beside("a window with a label or a picture", plain.slowest())
                    .toward(Goal.ratioAtMost(1.5)));
            report.add(Figure.of(
                            "wall: CPU of the kiosk in the " + WallTurnsViewModel.TURN.toSeconds() + " s of a turn",
                            "ms",
                            ours.cpuMillis())
                    .beside("a turn of that window", plain.cpuMillis()));
        } finally {
            CheckInBench.delete(folder);
        }
    }

    /// Milliseconds: of the slowest frame, and of the processor for each turn.
    private record Turned(double slowest, double cpuMillis) {}

    private Turned kiosk(String display, int turns) throws Exception {
        try (var centre = Centre.atRest(folder, tree, display, this::hangings, options())) {
            return measure(centre.process(), centre::await, PAGE, turns);
        }
    }

    private Turned plain(String display, int turns) throws IOException, InterruptedException {
        var command = new ArrayList<>(MinimalWindow.java(tree, folder));
        command.addAll(1, options());
        command.addAll(List.of(PlainTurns.class.getName(), Long.toString(PLAIN_TURN.toMillis()), picture.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISPLAY", display);
        var window = builder.start();
        try (var said = window.inputReader()) {
            return measure(window.toHandle(), words -> line(said, words), PlainTurns.SAID, turns);
        } finally {
            window.destroy();
            if (!window.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                window.destroyForcibly();
            }
        }
    }

    private static List<String> options() {
        var options = new ArrayList<>(SOFTWARE);
        options.addAll(Pulses.ASKED);
        return options;
    }

    private interface Lines {
        String with(String words) throws IOException;
    }

    private static String line(BufferedReader said, String words) throws IOException {
        String line;
        do {
            line = said.readLine();
            if (line == null) {
                throw new IOException("the window is gone");
            }
        } while (!line.contains(words));
        return line;
    }

    /// Of the turns that a line with the words `turn` in it announces: what is painted before the first is the start.
    private static Turned measure(ProcessHandle process, Lines lines, String turn, int turns) throws IOException {
        lines.with(turn);
        var began = cpu(process);
        double slowest = 0;
        for (int i = 0; i < turns; i++) {
            slowest = Math.max(slowest, frame(lines, turn));
        }
        return new Turned(slowest, cpu(process).minus(began).toNanos() / 1e6 / turns);
    }

    /// The longest frame of the turn that was just announced, read as far as to the next one. A page is said again when
    /// it is laid out anew before it is painted.
    private static double frame(Lines lines, String turn) throws IOException {
        var pulses = new ArrayList<String>();
        for (var line = lines.with(""); pulses.isEmpty() || !line.contains(turn); line = lines.with("")) {
            if (line.contains(Pulses.SAID)) {
                pulses.add(line);
            }
        }
        return Pulses.longestOfEach(pulses, APART).getFirst();
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /// Every second one has a picture as large as the sheet.
    private List<ReferenceItem> hangings(Database street, OrganizationId community) throws IOException {
        var items = new ArrayList<ReferenceItem>();
        var content = Files.readAllBytes(picture);
        var file = street.write((handle, _) -> new ContentStore(handle).keep(content, 0));
        var frames = WallLibrary.shipped().catalogue().all().stream()
                .filter(slot -> slot.reach() == WallReach.COMMUNITY && !slot.official() && !slot.isForbidden())
                .limit(HANGING)
                .toList();
        for (var frame : frames) {
            boolean pictured = items.size() % 4 == 0;
            items.add(new ReferenceItem.WallSlotItem(frame));
            items.add(new ReferenceItem.WallPieceItem(piece(
                    frame, community, pictured ? List.of(new WallPicture(file, WIDTH, HEIGHT, "样例图片")) : List.of())));
        }
        return items;
    }

    private static WallPiece piece(WallSlot frame, OrganizationId community, List<WallPicture> pictures) {
        var today = LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(1);
        return new WallPiece(
                new WallPieceId("p-" + frame.id().value()),
                frame.id(),
                new WallPlace.Community(community),
                1,
                frame.holds(),
                new WallText(frame.title(), "样例正文，每行十四个字以上。\n".repeat(20).strip()),
                Optional.empty(),
                Validity.from(today),
                today,
                Instant.EPOCH,
                pictures);
    }

    /// No surface of it is alike, as in a photograph.
    private static Path photograph(Path to) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var random = new SplittableRandom(1);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int grain = random.nextInt(32);
                image.setRGB(x, y, (x * 200 / WIDTH + grain) << 16 | (y * 200 / HEIGHT + grain) << 8 | grain);
            }
        }
        ImageIO.write(image, "jpg", to.toFile());
        return to;
    }
}
