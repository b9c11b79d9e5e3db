package cn.dangqun.simulation;

import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.simulation.check.Evidence;
import cn.dangqun.simulation.check.Pages;
import cn.dangqun.simulation.check.Plain;
import cn.dangqun.simulation.check.Witness.Person;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.machine.NewerProgram;
import cn.dangqun.simulation.story.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Records of which the street can make nothing: those that no program can read, and those over which its own program
/// fails until somebody mends it. Each is named on 待处理记录, and whatever is behind it counts.
final class SetAside {
    private static final String FAULT = "simulated_fault_";

    private final Stage stage;
    private final Map<Integer, Integer> unread = new TreeMap<>();
    private final Set<Integer> begun = new TreeSet<>();
    private final Set<Integer> doubtful = new TreeSet<>();
    private final Set<Integer> failing = new TreeSet<>();

    SetAside(Stage stage) {
        this.stage = stage;
    }

    void strike(Step step) {
        switch (step.kind()) {
            case POISON -> leave(step.kiosk(), Optional.of(stage.world().instant()));
            case GARBLED -> leave(step.kiosk(), Optional.empty());
            default -> {
                if (stage.street().isOn()) {
                    fail(step.person());
                }
            }
        }
    }

    private void leave(int number, Optional<Instant> at) {
        var kiosk = stage.kiosks().get(number);
        if (!kiosk.isOn()) {
            return;
        }
        var life = kiosk.life();
        begun.add(number);
        var _ = kiosk.ledger()
                .write(transaction -> NewerProgram.record(transaction, at))
                .thenAccept(commit -> {
                    if (life.isOn() && commit instanceof Commit.Done) {
                        unread.merge(number, 1, Integer::sum);
                    }
                });
    }

    /// As a program would that has a fault: the row of that person cannot be written.
    private void fail(int person) {
        failing.add(person);
        stage.street()
                .with(server -> server.database()
                        .write((handle, changes) -> handle.execute("CREATE TRIGGER IF NOT EXISTS " + FAULT + person
                                + " BEFORE INSERT ON attendance WHEN NEW.member = '"
                                + Ground.member(person).value() + "' BEGIN SELECT RAISE(ABORT, 'a fault'); END")));
    }

    /// What `kiosk` wrote may be gone with its disk.
    void lost(int kiosk) {
        doubtful.add(kiosk);
    }

    /// Looks while the fault is there, then takes it away, and the street starts with a mended program.
    List<String> mend(Predicate<Evidence> streetHas, Runnable hangUp) {
        var wrong = new ArrayList<String>();
        var street = stage.street();
        if (failing.isEmpty()) {
            return wrong;
        }
        var named = Pages.setAside(street);
        for (int person : failing) {
            for (int activity = 0; activity < stage.story().activities().size(); activity++) {
                var who = new Person(activity, person);
                var sheet = Pages.read(street, activity);
                // whose signature another kiosk has not told yet is 未签名
                boolean counted =
                        sheet.names(Ground.name(person)) || sheet.unsigned().contains(Ground.name(person));
                stage.witness().of(who).stream()
                        .filter(each -> each.standing() == Evidence.Standing.STANDS && !counted)
                        .filter(streetHas)
                        .flatMap(each -> each.written().map(Evidence.Written::fact).stream())
                        .filter(fact -> !named.contains(Pages.address(fact)))
                        .forEach(fact -> wrong.add(Plain.record(fact) + " is a check-in of person " + person
                                + ", and is neither counted nor named among what was set aside"));
            }
        }
        wrong.addAll(beside(named, streetHas));
        street.with(server -> server.database().write((handle, changes) -> {
            failing.forEach(person -> handle.execute("DROP TRIGGER IF EXISTS " + FAULT + person));
            return 0;
        }));
        hangUp.run();
        street.switchOff();
        street.switchOn();
        return wrong;
    }

    /// What came with a record that fails counts all the same, and is not set aside with it.
    private List<String> beside(Set<String> named, Predicate<Evidence> streetHas) {
        return stage.witness()
                .everything()
                .filter(each -> each.standing() == Evidence.Standing.STANDS && !failing.contains(each.person()))
                .filter(streetHas)
                .flatMap(each -> each.written().map(Evidence.Written::fact).stream())
                .filter(fact -> named.contains(Pages.address(fact)))
                .map(fact -> Plain.record(fact) + " was set aside, and only what came with it is broken")
                .toList();
    }

    /// Who recorded what no program can read stands on the page.
    List<String> unread() {
        var wrong = new ArrayList<String>();
        for (int i = 0; i < stage.kiosks().size(); i++) {
            var kiosk = stage.kiosks().get(i).id();
            long named = Pages.unread(stage.street(), kiosk);
            int must = unread.getOrDefault(i, 0);
            if ((named < must && !doubtful.contains(i)) || (named > 0 && !begun.contains(i))) {
                wrong.add(must + " of the records of " + Plain.kiosk(i) + " cannot be read, and 待处理记录 names " + named);
            }
        }
        return wrong;
    }
}
