package cn.dangqun.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.server.Await;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.roster.Clerk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Imports and edits at random against a plain model: nobody is lost, nobody is there twice, and what is over
/// keeps its figures. One short walk in the gate, a tenth of `-Dproof.seeds` long ones; what fails names its
/// seed, which `-Dproof.seed` repeats.
@Tag("proof")
class RosterModelTest {
    private static final int STEPS = Integer.getInteger("proof.seeds", 0) > 0 ? 40 : 16;
    private static final int BRANCHES = 3;

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> keepsEverybodyOnceAndThePastAsItWas() {
        var chosen = Optional.ofNullable(Long.getLong("proof.seed"));
        var seeds = chosen.map(LongStream::of)
                .orElseGet(() -> new SplittableRandom().longs(Math.max(1, Integer.getInteger("proof.seeds", 0) / 10)));
        return seeds.mapToObj(seed -> DynamicTest.dynamicTest(
                "seed " + seed,
                () -> new Walk(Files.createDirectory(directory.resolve(Long.toString(seed))), new Random(seed)).run()));
    }

    /// What must be so. `phone` is empty for none.
    private static final class Person {
        private final String name;
        private String branch;
        private String status = "FULL";
        private String phone = "";
        private boolean gone;

        private Person(String name, String branch) {
            this.name = name;
            this.branch = branch;
        }

        private String words() {
            return branch + " " + status + " " + phone + (gone ? " gone" : "");
        }
    }

    private static final class Walk {
        private final Random random;
        private final ConsoleUnderTest console;
        private Clerk clerk;
        private Bringer bringer;
        private final List<String> branches = new ArrayList<>();
        private final Map<String, Person> people = new HashMap<>();
        private final Map<String, String> past = new TreeMap<>();

        private Walk(Path folder, Random random) {
            this.random = random;
            this.console = new ConsoleUnderTest(folder);
            this.clerk = new Clerk(console);
            this.bringer = new Bringer(clerk);
        }

        private void run() {
            try {
                for (int at = 0; at < BRANCHES; at++) {
                    branches.add(clerk.organization("c1", "BRANCH", "试验支部" + at));
                }
                for (int step = 0; step < STEPS; step++) {
                    step();
                    assertEquals(expected(), found(), "after step " + step);
                    past.forEach((activity, figures) -> assertEquals(figures, figures(activity), activity));
                }
            } finally {
                console.close();
            }
        }

        private void step() {
            switch (random.nextInt(6)) {
                case 0 -> enter();
                case 1 -> one().ifPresent(this::move);
                case 2 -> one().ifPresent(this::leave);
                case 3 -> hold();
                default -> bring();
            }
        }

        private Optional<Person> one() {
            var here = people.values().stream()
                    .filter(each -> !each.gone)
                    .sorted((a, b) -> a.name.compareTo(b.name))
                    .toList();
            return here.isEmpty() ? Optional.empty() : Optional.of(here.get(random.nextInt(here.size())));
        }

        private String branch() {
            return branches.get(random.nextInt(BRANCHES));
        }

        /// A name that nobody has had.
        private Person newcomer() {
            return new Person("试" + (char) (0x4E00 + people.size()) + "例", branch());
        }

        private void enter() {
            var person = newcomer();
            clerk.person(person.name, person.branch);
            people.put(person.name, person);
        }

        private String id(Person person) {
            return console.database.read(
                    handle -> handle.createQuery("SELECT id FROM member WHERE street = 1 AND name = ?")
                            .bind(0, person.name)
                            .mapTo(String.class)
                            .one());
        }

        private String today() {
            return console.clock.instant().plus(Duration.ofHours(8)).toString().substring(0, "2026-11-23".length());
        }

        private void move(Person person) {
            var to = branch();
            var status = random.nextBoolean() ? "FULL" : "PROBATIONARY";
            if (to.equals(person.branch) && status.equals(person.status)) {
                return;
            }
            clerk.made(
                    "/roster/members/" + id(person) + "/place",
                    Map.of(
                            "branch", to,
                            "status", status,
                            "relation", "HOME",
                            "correction", "yes",
                            "effective", "",
                            "reason", "试验"));
            person.branch = to;
            person.status = status;
        }

        private void leave(Person person) {
            clerk.made(
                    "/roster/members/" + id(person) + "/departure",
                    Map.of("departure", "MOVED_OUT", "last", yesterday(), "reason", "试验"));
            person.gone = true;
        }

        private String yesterday() {
            return console.clock
                    .instant()
                    .plus(Duration.ofHours(8))
                    .minus(Duration.ofDays(1))
                    .toString()
                    .substring(0, "2026-11-23".length());
        }

        /// An activity of today that begins and is over: its roll is frozen.
        private void hold() {
            var activity = clerk.made(
                    "/plan/new",
                    Map.of(
                            "type", "THEME_DAY",
                            "organization", branch(),
                            "title", "试验活动",
                            "place", "试验活动室",
                            "day", tomorrow(),
                            "starts", "09:30",
                            "ends", "10:30"));
            console.clock.advance(Duration.ofDays(2)); // nobody stays signed in so long
            clerk = new Clerk(console);
            bringer = new Bringer(clerk);
            console.rolls.freezeStarted();
            past.put(activity, figures(activity));
        }

        private String tomorrow() {
            return console.clock
                    .instant()
                    .plus(Duration.ofHours(8))
                    .plus(Duration.ofDays(1))
                    .toString()
                    .substring(0, "2026-11-23".length());
        }

        private String figures(String activity) {
            return console.database.read(
                    handle -> handle.createQuery("SELECT member || ' ' || state || ' ' || organization"
                                    + " FROM attendance_line WHERE street = 1 AND activity = ? ORDER BY member")
                            .bind(0, activity)
                            .mapTo(String.class)
                            .list()
                            .toString());
        }

        /// A roster with some of the people, changed or not, some who are elsewhere by now, and newcomers.
        /// Without a number a name elsewhere is doubtful, and nobody is moved.
        private void bring() {
            var rows = new StringBuilder("姓名,所在党支部,人员类别,联系电话\n");
            for (var person : people.values().stream()
                    .filter(each -> !each.gone)
                    .sorted((a, b) -> a.name.compareTo(b.name))
                    .toList()) {
                if (random.nextInt(3) == 0) {
                    var said = random.nextInt(5) == 0 ? branch() : person.branch;
                    var status = random.nextBoolean() ? "FULL" : "PROBATIONARY";
                    var phone = random.nextBoolean() ? "" : "0371-%07d".formatted(random.nextInt(10_000_000));
                    rows.append(row(person.name, said, status, phone));
                    if (said.equals(person.branch)) {
                        person.status = status;
                        person.phone = phone.isEmpty() ? person.phone : phone;
                    }
                }
            }
            for (int more = random.nextInt(4); more >= 0; more--) {
                var person = newcomer();
                people.put(person.name, person);
                rows.append(row(person.name, person.branch, person.status, ""));
                if (random.nextInt(4) == 0) {
                    rows.append(row(person.name, person.branch, person.status, "0371-1"));
                }
            }
            var address = bringer.read(rows.toString());
            clerk.made(address + "/application", Map.of("moved-on", today()));
            Await.until("it is applied", () -> clerk.page(address).contains("data-state=\"DONE\""));
        }

        private String row(String name, String branch, String status, String phone) {
            return name + ",试验支部" + branches.indexOf(branch) + "," + (status.equals("FULL") ? "正式党员" : "预备党员") + ","
                    + phone + "\n";
        }

        private Map<String, String> expected() {
            var expected = new TreeMap<String, String>();
            people.values().forEach(each -> expected.put(each.name, each.words()));
            return expected;
        }

        private Map<String, String> found() {
            var found = new TreeMap<String, String>();
            console.database
                    .read(handle -> handle.createQuery(
                                    "SELECT m.name, m.branch, m.status, coalesce(d.phone, '') AS phone,"
                                            + " m.until FROM member m LEFT JOIN member_detail d ON d.street = 1 AND d.member = m.id"
                                            + " WHERE m.street = 1 AND m.name LIKE '试_例'")
                            .map((row, ignored) -> Map.entry(
                                    row.getString("name"),
                                    row.getString("branch") + " " + row.getString("status") + " "
                                            + row.getString("phone") + (row.getString("until") == null ? "" : " gone")))
                            .list())
                    .forEach(each ->
                            found.merge(each.getKey(), each.getValue(), (one, other) -> one + " twice " + other));
            return found;
        }
    }
}
