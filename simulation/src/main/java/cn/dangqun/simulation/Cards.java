package cn.dangqun.simulation;

import cn.dangqun.simulation.machine.StreetMachine;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Which card is whose. The first of everybody is number 0; whoever is given another one holds that one from then on.
/// A card that the street gave after somebody copied its disk is gone from it when the copy comes back.
final class Cards {
    /// A street in which no card was changed.
    private static final State FIRST = new State(Map.of(), List.of());

    private final Map<Integer, Integer> given = new TreeMap<>();
    private State now = FIRST;
    private State kept = FIRST;

    /// Which card the street says is theirs, by person, and of whom nobody can say it.
    private record State(Map<Integer, Integer> theirs, List<Integer> doubtful) {}

    interface Street {
        /// The former card finds nobody any more.
        void change(int person, int former, int fresh);
    }

    /// What they hold.
    int of(int person) {
        return given.getOrDefault(person, 0);
    }

    /// Another one; nobody knows what the street has of it whose power went meanwhile.
    void change(int person, StreetMachine machine, Street street) {
        int fresh = given.merge(person, 1, Integer::sum);
        var life = machine.life();
        street.change(person, now.theirs.getOrDefault(person, 0), fresh);
        var doubtful = new TreeSet<>(now.doubtful);
        if (life.isOn()) {
            var theirs = new TreeMap<>(now.theirs);
            theirs.put(person, fresh);
            now = new State(Map.copyOf(theirs), now.doubtful);
        } else {
            doubtful.add(person);
            now = new State(now.theirs, List.copyOf(doubtful));
        }
    }

    /// Somebody copies the disk of the street.
    void keep() {
        kept = now;
    }

    /// The copy is the street's disk.
    void lost() {
        now = kept;
    }

    /// Those that must find nobody, by person.
    Map<Integer, List<Integer>> takenAway() {
        var away = new TreeMap<Integer, List<Integer>>();
        given.forEach((person, last) -> {
            int theirs = now.theirs.getOrDefault(person, 0);
            if (!now.doubtful.contains(person)) {
                away.put(
                        person,
                        IntStream.rangeClosed(0, last)
                                .filter(each -> each != theirs)
                                .boxed()
                                .toList());
            }
        });
        return away;
    }
}
