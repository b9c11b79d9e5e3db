package cn.dangqun.bench.farm.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Draws a story from its seed: every kind once before any comes again, as far as there is room. For one thread.
public final class Draw {
    private static final int LOTS = 1_000_000;

    private final int kiosks;
    private final int rounds;
    private final Random random;
    private final List<Fault> faults = new ArrayList<>();

    private Draw(int kiosks, int rounds, long seed) {
        this.kiosks = kiosks;
        this.rounds = rounds;
        this.random = new Random(seed);
    }

    /// Fewer than `faults` when there is no room for so many.
    public static Story story(int kiosks, int people, int faults, long seed) {
        var draw = new Draw(kiosks, people / Story.PEOPLE_A_ROUND, seed);
        for (int left = faults, before = -1;
                left > 0 && draw.faults.size() > before;
                left = faults - draw.faults.size()) {
            before = draw.faults.size();
            draw.deal(left);
        }
        draw.faults.sort(Comparator.comparingInt(Fault::round)
                .thenComparing(fault -> fault.kiosk().orElse(kiosks)));
        return new Story(kiosks, people, seed, draw.faults);
    }

    /// Each kind at most once, and no more than `most`; the street's first, then what cannot be in one round with
    /// those:
    /// the rest finds room everywhere.
    private void deal(int most) {
        var deck = new ArrayList<>(List.of(FaultKind.values()));
        Collections.shuffle(deck, random);
        deck.subList(Math.min(most, deck.size()), deck.size()).clear();
        deck.sort(Comparator.comparing((FaultKind kind) -> !kind.isOfTheStreet())
                .thenComparing(kind -> !kind.needsTheStreet()));
        for (var kind : deck) {
            var places = kind.isOfTheStreet() ? calmRounds() : places(kind);
            if (!places.isEmpty()) {
                faults.add(at(places.get(random.nextInt(places.size())), kind));
            }
        }
    }

    private record Place(int round, Optional<Integer> kiosk) {}

    private Fault at(Place place, FaultKind kind) {
        int crowd = place.kiosk().isPresent() ? Story.PEOPLE_A_ROUND : Story.PEOPLE_A_ROUND * kiosks;
        int after = random.nextInt(crowd - 1);
        int people = 1 + random.nextInt(crowd - after);
        var way = kind.ways().get(random.nextInt(kind.ways().size()));
        return new Fault(
                place.round(), place.kiosk(), kind, way, random.nextInt(LOTS), after, Math.min(people, crowd - after));
    }

    private List<Place> calmRounds() {
        return IntStream.range(0, rounds)
                .filter(round -> faults.stream()
                        .noneMatch(each -> each.round() == round
                                && (each.kind().isOfTheStreet() || each.kind().needsTheStreet())))
                .mapToObj(round -> new Place(round, Optional.empty()))
                .toList();
    }

    private List<Place> places(FaultKind kind) {
        var harmed = harmed(kind);
        return IntStream.range(0, rounds)
                .filter(round -> !kind.needsTheStreet()
                        || faults.stream()
                                .noneMatch(each ->
                                        each.round() == round && each.kind().isOfTheStreet()))
                .boxed()
                .flatMap(round -> IntStream.range(0, kiosks)
                        .filter(kiosk -> !harmed.contains(kiosk) && isFree(round, kiosk))
                        .mapToObj(kiosk -> new Place(round, Optional.of(kiosk))))
                .toList();
    }

    /// A kiosk tells of what it lost for good; who lost twice would have to be asked in between.
    private Set<Integer> harmed(FaultKind kind) {
        var harmed = new HashSet<Integer>();
        faults.stream()
                .filter(each -> kind == FaultKind.LEDGER_HARMED && each.kind() == kind)
                .forEach(each -> each.kiosk().ifPresent(harmed::add));
        return harmed;
    }

    private boolean isFree(int round, int kiosk) {
        return faults.stream()
                .noneMatch(each -> each.round() == round
                        && each.kiosk().filter(at -> at == kiosk).isPresent());
    }
}
