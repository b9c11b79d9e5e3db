package cn.dangqun.simulation;

import cn.dangqun.simulation.disk.Disk;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.story.Draw;
import cn.dangqun.simulation.story.Story;
import cn.dangqun.simulation.world.Chance;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `./run simulate`: tells stories until one goes wrong, so many have been told, or the time is over. What goes wrong
/// is shrunk and printed, and the exit code is 1.
public final class SimulationMain {
    private static final String USAGE = """
            ./run simulate [--seeds N] [--from S]   stories of N seeds (100) from seed S (0) on
            ./run simulate --minutes M [--from S]   as many as can be told in M minutes
            ./run simulate --seed S [--story]       one seed; only its story, before anything is told
            ./run simulate --tell FILE              a story that --story or a shrunk seed has printed
                           --digests                each seed with the digest of all that happened, a line each

            What goes wrong is shrunk and printed, and ends with code 1; 2 is said of words that cannot be understood.
            A seed makes the same story each time, and every process tells it the same, byte for byte. The digest of
            all that happened is printed for a single seed.
            """;
    private static final int TRIES = 200;
    private static final double DAYS_A_YEAR = 365;
    private static final double NANOS_A_MINUTE = 60e9;

    private final PrintStream out;
    private final Ground ground;
    private long kioskDays;
    private long cpuNanos;
    private long told;
    private long people;
    private long undecided;
    private String digest = "";
    private String whole = "";

    private SimulationMain(PrintStream out, Ground ground) {
        this.out = out;
        this.ground = ground;
    }

    /// What was asked for.
    private record Asked(long from, long seeds, long minutes, boolean story, boolean digests, Optional<Story> given) {
        static Asked of(String[] words) throws IOException {
            refuseTwoAtOnce(List.of(words));
            long from = 0;
            long seeds = 100;
            long minutes = 0;
            boolean story = false;
            boolean digests = false;
            var given = Optional.<Story>empty();
            for (int i = 0; i < words.length; i++) {
                switch (words[i]) {
                    case "--seeds" -> seeds = number(words, ++i, 1);
                    case "--minutes" -> minutes = number(words, ++i, 1);
                    case "--from" -> from = number(words, ++i, 0);
                    case "--seed" -> {
                        from = number(words, ++i, 0);
                        seeds = 1;
                    }
                    case "--story" -> story = true;
                    case "--digests" -> digests = true;
                    case "--tell" -> given = Optional.of(read(Path.of(word(words, ++i))));
                    default -> throw new IllegalArgumentException("unknown: " + words[i]);
                }
            }
            return new Asked(from, minutes > 0 ? Long.MAX_VALUE : seeds, minutes, story, digests, given);
        }

        private static void refuseTwoAtOnce(List<String> words) {
            var which = Stream.of("--seeds", "--minutes", "--seed", "--tell")
                    .flatMap(each -> words.stream().filter(each::equals))
                    .toList();
            if (which.size() > 1) {
                throw new IllegalArgumentException("either " + which.getFirst() + " or " + which.getLast());
            }
            if (words.contains("--from") && (words.contains("--seed") || words.contains("--tell"))) {
                throw new IllegalArgumentException("--from belongs to --seeds and --minutes");
            }
            if (words.contains("--story") && !words.contains("--seed")) {
                throw new IllegalArgumentException("--story of which --seed?");
            }
        }

        private static Story read(Path file) throws IOException {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new IllegalArgumentException("there is no story to read at " + file.toAbsolutePath());
            }
            try {
                return Story.parse(Files.readString(file));
            } catch (CharacterCodingException e) {
                throw new IllegalArgumentException(file + " is no text", e);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        file + ": " + e.getMessage()
                                + "\nA story that can be told again has what the program reads before"
                                + " each sentence, as --story prints it.",
                        e);
            }
        }

        private static long number(String[] words, int at, long least) {
            var word = word(words, at);
            if (!word.matches("[0-9]{1,9}") || Long.parseLong(word) < least) {
                throw new IllegalArgumentException(
                        words[at - 1] + " takes a whole number from " + least + " on, not " + word);
            }
            return Long.parseLong(word);
        }

        private static String word(String[] words, int at) {
            if (at >= words.length) {
                throw new IllegalArgumentException(words[at - 1] + " of what?");
            }
            return words[at];
        }
    }

    public static void main(String[] words) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (List.of(words).contains("--help") || List.of(words).contains("-h")) {
            out.print(USAGE);
            return;
        }
        Asked asked;
        try {
            asked = Asked.of(words);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            out.print(USAGE);
            System.exit(2);
            return;
        }
        if (asked.story) {
            out.print(Draw.story(asked.from).explained());
            return;
        }
        System.exit(isKept(out, asked) ? 0 : 1);
    }

    private static boolean isKept(PrintStream out, Asked asked) throws IOException {
        Chance.install();
        var place = Ground.place();
        // whoever breaks it off leaves nothing behind
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Disk.delete(place)));
        try (var ground = Ground.layOut(place)) {
            var simulation = new SimulationMain(out, ground);
            return asked.given.map(simulation::tellsWhole).orElseGet(() -> simulation.all(asked));
        }
    }

    /// One story, as it went.
    private boolean tellsWhole(Story story) {
        if (!tells(story)) {
            return false;
        }
        out.println();
        out.print(whole);
        out.println(counted());
        out.println("digest of all that happened " + digest);
        return true;
    }

    private boolean all(Asked asked) {
        if (asked.seeds == 1 && !asked.digests) {
            return tellsWhole(Draw.story(asked.from));
        }
        long end = System.nanoTime() + Duration.ofMinutes(asked.minutes).toNanos();
        long seed = asked.from;
        while (told < asked.seeds && (asked.minutes == 0 || System.nanoTime() < end)) {
            if (!tells(Draw.story(seed))) {
                return false;
            }
            if (asked.digests) {
                out.printf("%n%d %s%n", seed, digest);
            }
            seed++;
        }
        out.println();
        out.println(seeds() + " from " + asked.from + " on: " + counted());
        return true;
    }

    /// Nobody is passed over in silence.
    private String counted() {
        return undecided == 0
                ? "everybody who was told so is counted, once: " + people
                : "everybody who was told so is counted, once: " + people + ", but for " + undecided
                        + " of whom nobody can say, since what spoke of them went with a disk, or a wrong clock hides"
                        + " what came first; none of them is counted twice";
    }

    private String seeds() {
        return told == 1 ? "1 seed" : told + " seeds";
    }

    private boolean tells(Story story) {
        var cpu = ManagementFactory.getThreadMXBean();
        long began = cpu.getCurrentThreadCpuTime();
        if (told == 0) {
            out.printf("telling seed %d …\n", story.seed());
        }
        var result = Simulation.tell(story, ground);
        cpuNanos += cpu.getCurrentThreadCpuTime() - began;
        kioskDays += result.kioskDays();
        people += result.people();
        undecided += result.undecided();
        told++;
        digest = result.digest();
        whole = result.told();
        out.printf(
                "\r%s, now %d; %.2f kiosk-years, %.2f in a minute of one processor (goal: 1) ",
                seeds(), story.seed(), kioskDays / DAYS_A_YEAR, kioskDays / DAYS_A_YEAR / (cpuNanos / NANOS_A_MINUTE));
        if (!result.isKept()) {
            out.println();
            out.println("seed " + story.seed() + " goes wrong; it is being shrunk, which takes some minutes");
            var shrunk = Shrink.of(story, each -> !Simulation.tell(each, ground).isKept(), TRIES);
            out.print(shrunk.explained());
            var last = Simulation.tell(shrunk, ground);
            out.println();
            out.print(last.told());
            last.wrong().forEach(out::println);
        }
        return result.isKept();
    }
}
