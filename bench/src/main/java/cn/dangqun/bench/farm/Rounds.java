package cn.dangqun.bench.farm;

import cn.dangqun.bench.farm.kiosk.Trouble;
import cn.dangqun.bench.farm.kiosk.Troubles;
import cn.dangqun.bench.farm.kiosk.VirtualKiosk;
import cn.dangqun.bench.farm.kiosk.Visitor;
import cn.dangqun.bench.farm.story.Fault;
import cn.dangqun.bench.farm.story.Story;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Tells a story: round after round every kiosk serves its people, and what goes wrong goes wrong between them.
final class Rounds {
    private final FarmPlan plan;
    private final FarmStreet street;
    private final StreetProcess server;
    private final List<VirtualKiosk> kiosks;
    private final Troubles troubles;
    private final Map<Fault, Set<String>> exposed = new ConcurrentHashMap<>();
    private final Queue<Later> later = new ConcurrentLinkedQueue<>();

    Rounds(FarmPlan plan, FarmStreet street, StreetProcess server, List<VirtualKiosk> kiosks, Troubles troubles) {
        this.plan = plan;
        this.street = street;
        this.server = server;
        this.kiosks = List.copyOf(kiosks);
        this.troubles = troubles;
    }

    /// Returns who was served while each of the faults lasted.
    Map<Fault, Set<String>> run() throws IOException, InterruptedException {
        for (int round = 0; round < plan.story().rounds(); round++) {
            run(round, people(round), plan.story().ofStreet(round));
        }
        int last = plan.story().rounds();
        run(last, plan.people() % Story.PEOPLE_A_ROUND, Optional.empty());
        return Map.copyOf(exposed);
    }

    private static int people(int round) {
        return round < 0 ? 0 : Story.PEOPLE_A_ROUND;
    }

    private void run(int round, int people, Optional<Fault> ofStreet) throws IOException, InterruptedException {
        var trouble = ofStreet.map(fault -> new StreetTrouble(fault, street, server));
        if (trouble.isPresent()) {
            trouble.get().begin();
        }
        Together.all(IntStream.range(0, kiosks.size())
                .mapToObj(kiosk -> Together.task(() -> serve(round, kiosk, people, trouble)))
                .toList());
        for (var next = later.poll(); next != null; next = later.poll()) {
            next.kiosk().serve(next.person());
        }
    }

    private void serve(int round, int at, int people, Optional<StreetTrouble> ofStreet)
            throws IOException, InterruptedException {
        var fault = plan.story().ofKiosk(round, at);
        var trouble = fault.map(each -> troubles.of(each, kiosks.get(at)));
        for (int i = 0; i < people; i++) {
            if (trouble.isPresent() && fault.get().after() == i) {
                trouble.get().strike();
            }
            boolean lasts = trouble.isPresent()
                    && fault.get().after() <= i
                    && i < fault.get().end();
            var person = person(round, at, i);
            serve(at, person, lasts ? trouble : Optional.empty());
            note(round, person, lasts ? fault : Optional.empty());
            if (trouble.isPresent() && fault.get().end() == i + 1) {
                trouble.get().end();
            }
            if (ofStreet.isPresent()) {
                ofStreet.get().served();
            }
        }
    }

    private record Later(VirtualKiosk kiosk, Visitor person) {}

    private FarmPerson person(int round, int kiosk, int i) {
        var ofSite = FarmStreet.peopleOf(plan, kiosk / 2);
        return ofSite.get((kiosk % 2 * 3 + 2) * plan.people() + round * Story.PEOPLE_A_ROUND + i);
    }

    /// Every tenth person taps twice, and every tenth also at the other kiosk of the site; who is sent away there comes
    /// again after the round, since kiosks in trouble must not wait for each other.
    private void serve(int at, FarmPerson person, Optional<Trouble> trouble) throws IOException, InterruptedException {
        var visitor = street.visitor(person);
        if (trouble.isPresent()) {
            trouble.get().serve(visitor);
        } else {
            kiosks.get(at).serve(visitor);
        }
        if (person.number() % 10 == 1 && trouble.isEmpty()) {
            kiosks.get(at).serve(visitor);
        }
        if (person.number() % 10 == 2) {
            var sibling = kiosks.get(Math.min(at ^ 1, kiosks.size() - 1));
            if (!sibling.serveOnce(visitor)) {
                later.add(new Later(sibling, visitor));
            }
        }
    }

    private void note(int round, FarmPerson person, Optional<Fault> fault) {
        Stream.concat(fault.stream(), plan.story().ofStreet(round).stream())
                .forEach(each -> exposed.computeIfAbsent(each, _ -> new ConcurrentSkipListSet<>())
                        .add(person.member().value()));
    }
}
