package cn.dangqun.simulation;

import cn.dangqun.simulation.check.Activities;
import cn.dangqun.simulation.check.Checker;
import cn.dangqun.simulation.check.Witness;
import cn.dangqun.simulation.disk.Disk;
import cn.dangqun.simulation.line.Line;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.machine.KioskMachine;
import cn.dangqun.simulation.machine.StreetMachine;
import cn.dangqun.simulation.story.Step;
import cn.dangqun.simulation.story.Story;
import cn.dangqun.simulation.world.Chance;
import cn.dangqun.simulation.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Tells one story from its beginning to its end, on one thread, and asks at every quiet moment whether the promise is
/// kept.
public final class Simulation {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long DAY = 86_400;
    private static final long SLEEPS = Duration.ofSeconds(150).toNanos();
    private static final long MORNING = Duration.ofSeconds(40).toNanos();
    private static final long WAKES = Duration.ofSeconds(20).toNanos();

    private final Story story;
    private final World world;
    private final Path folder;
    private final Witness witness = new Witness();
    private final StreetMachine street;
    private final List<KioskMachine> kiosks = new ArrayList<>();
    private final People people;
    private final Checker checker;
    private final Map<Integer, List<String>> answers = new TreeMap<>();

    /// What came of a story: what was wrong, empty when the promise is kept, and the digest of everything that
    /// happened. `told` is the story for people, with what screens answered; `people` were told that they count,
    /// and of `undecided` of them nobody can say whether they must.
    public record Result(List<String> wrong, String told, String digest, long people, long undecided, int kioskDays) {
        public Result {
            wrong = List.copyOf(wrong);
        }

        public boolean isKept() {
            return wrong.isEmpty();
        }
    }

    private Simulation(Story story, Ground ground, Consumer<String> listener) {
        this.story = story;
        this.world = new World(story.seed());
        world.trace().listen(listener);
        this.folder = ground.stories().resolve(String.valueOf(story.seed()));
        Disk.delete(folder);
        this.street = new StreetMachine(world, new Disk(folder.resolve("street"), ground.street()));
        for (int i = 0; i < story.kiosks(); i++) {
            kiosks.add(kiosk("kiosk-" + i, i, ground.kiosk(i), ground));
        }
        this.people = new People(
                new Stage(world, street, kiosks, witness, story, new ArrayList<>(), answers),
                (name, number, from) -> kiosk(name, number, from, ground));
        this.checker = new Checker(world, street, kiosks, witness, story);
    }

    private KioskMachine kiosk(String name, int number, Path from, Ground ground) {
        return new KioskMachine(
                world,
                name,
                Ground.kioskId(number),
                new Disk(folder.resolve(name), from),
                new Line(world, street, number),
                ground.fingerprint());
    }

    /// The same story on the same ground ends the same, byte for byte.
    public static Result tell(Story story, Ground ground) {
        return tell(story, ground, line -> {});
    }

    /// `listener` hears of everything as it happens.
    public static Result tell(Story story, Ground ground, Consumer<String> listener) {
        Chance.from(story.seed());
        var simulation = new Simulation(story, ground, listener);
        try {
            return simulation.tell();
        } finally {
            simulation.end();
            Chance.end();
        }
    }

    private Result tell() {
        try {
            world.runUntil(Duration.ofHours(8).toNanos());
            street.switchOn();
            street.with(server -> server.reference().publish(Activities.items(story)));
            people.begin();
            morning();
            for (var step : story.steps()) {
                until(step.second() * SECOND);
                carryOut(step);
                world.settle();
                if (!checker.isGood()) {
                    break;
                }
            }
        } catch (RuntimeException | Error e) {
            checker.broke(e);
        }
        return new Result(
                checker.wrong(),
                story.text(answers),
                world.trace().digest(),
                witness.told(),
                witness.undecided(),
                story.kiosks() * story.days());
    }

    /// All are switched on and learn what is planned.
    private void morning() {
        kiosks.forEach(KioskMachine::switchOn);
        world.runUntil(world.now() + MORNING);
    }

    /// While nobody comes and nothing happens for minutes, the lines are down and nobody says a word.
    private void until(long moment) {
        if (moment - world.now() > SLEEPS) {
            kiosks.forEach(each -> each.line().sleep(true));
            world.runUntil(moment - WAKES);
            kiosks.forEach(each -> each.line().sleep(false));
        }
        world.runUntil(moment);
    }

    private void carryOut(Step step) {
        world.trace().note(step.text());
        switch (step.kind()) {
            case QUIET -> {
                checker.note(people.mend());
                checker.meet(people.takenAway());
                checker.note(people.met());
                night(step);
            }
            case NIGHT -> {
                people.goHome();
                night(step);
            }
            default -> people.carryOut(step);
        }
    }

    private void night(Step step) {
        kiosks.forEach(KioskMachine::switchOff);
        if (step.second() / DAY + 1 < story.days()) {
            world.runUntil(Math.max(world.now(), (step.second() / DAY + 1) * DAY * SECOND + 8 * 3_600 * SECOND));
            morning();
        }
    }

    private void end() {
        kiosks.forEach(KioskMachine::cut);
        people.end();
        street.cut();
        Disk.delete(folder);
    }
}
