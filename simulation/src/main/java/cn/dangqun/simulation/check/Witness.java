package cn.dangqun.simulation.check;

import cn.dangqun.domain.fact.FactId;
import cn.dangqun.simulation.check.Evidence.Said;
import cn.dangqun.simulation.check.Evidence.Standing;
import cn.dangqun.simulation.check.Evidence.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Remembers what every screen said and what staff and street did: the side of the promise that people saw.
public final class Witness {
    private static final int STREET = -1;

    private final Map<Person, List<Evidence>> all = new TreeMap<>();
    private final TreeSet<Person> perhaps = new TreeSet<>();
    private final Map<Person, Integer> unlike = new TreeMap<>();
    /// Guests whom the street found to be members, and of whom it may have forgotten it.
    private final TreeSet<Person> recognised = new TreeSet<>();

    private final TreeSet<Person> perhapsRecognised = new TreeSet<>();

    /// Somebody at an activity, both by number.
    public record Person(int activity, int person) implements Comparable<Person> {
        @Override
        public int compareTo(Person other) {
            return activity != other.activity
                    ? Integer.compare(activity, other.activity)
                    : Integer.compare(person, other.person);
        }
    }

    /// What a page must say of somebody.
    public enum Must {
        BE_COUNTED,
        NOT_BE_COUNTED,
        EITHER
    }

    /// `timed`: the kiosk knew what time it was.
    public void success(Person who, int kiosk, long at, Optional<Written> written, boolean timed) {
        all.computeIfAbsent(who, fresh -> new ArrayList<>())
                .add(new Evidence(who, kiosk, at, written, Said.COUNTED, timed));
    }

    /// The same where people sign, by a signature that lies elsewhere.
    public void signedElsewhere(Person who, int kiosk, long at, Written written, boolean timed) {
        all.computeIfAbsent(who, fresh -> new ArrayList<>())
                .add(new Evidence(who, kiosk, at, Optional.of(written), Said.SIGNED_ELSEWHERE, timed));
    }

    /// Somebody was told that they have come and are to sign.
    public void came(Person who, int kiosk, long at, boolean timed) {
        all.computeIfAbsent(who, fresh -> new ArrayList<>())
                .add(new Evidence(who, kiosk, at, Optional.empty(), Said.CAME, timed));
    }

    /// Somebody was told that they are in already: by what was recorded before, so that what took that back stands.
    public void already(Person who, int kiosk, long at) {
        var evidence = new Evidence(who, kiosk, at, Optional.empty(), Said.AGAIN, false);
        if (!of(who).stream().allMatch(each -> each.isPlainTo(kiosk))) {
            evidence.open();
        }
        all.computeIfAbsent(who, fresh -> new ArrayList<>()).add(evidence);
    }

    /// The street has decided that somebody counts.
    public void byTheStreet(Person who, long at) {
        all.computeIfAbsent(who, fresh -> new ArrayList<>())
                .add(new Evidence(who, STREET, at, Optional.empty(), Said.COUNTED, false));
    }

    /// The street has decided that somebody came where people sign, and they have not signed.
    public void cameByTheStreet(Person who, long at) {
        all.computeIfAbsent(who, fresh -> new ArrayList<>())
                .add(new Evidence(who, STREET, at, Optional.empty(), Said.CAME, false));
    }

    /// The street has found that a guest was somebody whom it knows; unless `clear`, what was taken back of them before
    /// may be so for the guest too.
    public void recognised(FactId guest, Person who, long at, boolean clear) {
        var guests = everything()
                .filter(each -> each.isOf(guest) && each.isGuest())
                .map(each -> new Person(each.activity(), each.person()))
                .collect(Collectors.toSet());
        if (guests.size() == 1) {
            recognised.addAll(guests);
        } else {
            all.keySet().stream()
                    .filter(each -> each.activity() == who.activity())
                    .forEach(perhapsRecognised::add);
        }
        byTheStreet(who, at);
        if (!clear) {
            of(who).getLast().open();
        }
    }

    /// Somebody has decided what becomes of one record that had been set aside.
    public void settled(FactId fact) {
        everything().filter(each -> each.isOf(fact)).forEach(Evidence::open);
    }

    /// Something of theirs does not count any more, and what else there is decides.
    public void open(Person who) {
        of(who).forEach(Evidence::open);
    }

    /// How many people, at how many activities, were told that they are counted.
    public long told() {
        return told(this::isTold);
    }

    /// Of these: of how many nobody can say whether they must count, since whatever spoke of them may be gone, or
    /// somebody
    /// took back what a wrong clock does not let place.
    public long undecided() {
        return told(who -> isTold(who) && must(who) == Must.EITHER);
    }

    private long told(Predicate<Person> which) {
        return all.keySet().stream().filter(which).count();
    }

    private boolean isTold(Person who) {
        return of(who).stream().anyMatch(each -> each.counts() && each.kiosk() != STREET);
    }

    /// Nobody was told what came of it: a power cut came before the answer.
    public void unanswered(Person who) {
        perhaps.add(who);
    }

    /// One check-in was taken back at a kiosk, and with it what was said of it there.
    public void undone(Person who, int kiosk, FactId fact, long at) {
        of(who).stream()
                .filter(each -> each.isOf(fact) || (each.isAgain() && each.kiosk() == kiosk))
                .forEach(each -> each.takenBack(kiosk, at));
    }

    /// Staff took back whatever stood before `at`; `clear`: every clock agrees what was before.
    public void corrected(Person who, int kiosk, long at, boolean clear) {
        for (var each : of(who)) {
            if (clear && each.at() < at) {
                each.takenBack(kiosk, at);
            } else {
                each.open();
            }
        }
    }

    /// What `kiosk` wrote since `since` went with its disk, unless the street `has` it.
    public void lost(int kiosk, long since, Predicate<Evidence> has) {
        everything().forEach(each -> each.perhapsNotTakenBack(kiosk, since));
        everything().filter(each -> each.kiosk() == kiosk && each.at() >= since).forEach(each -> {
            each.lose();
            if (!has.test(each)) {
                each.open();
            }
        });
    }

    /// The street lost what it had: nothing has any more what had gone with the disk of a kiosk.
    public void streetLost() {
        everything().filter(each -> each.isLost() || each.kiosk() == STREET).forEach(Evidence::open);
        perhapsRecognised.addAll(recognised);
        recognised.clear();
    }

    /// The street lost the secrets under which these kiosks kept cards: whose card it was that one of them received, it
    /// can no longer tell (decision 0017).
    public void secretsLost(Set<Integer> kiosks) {
        everything()
                .filter(each -> kiosks.contains(each.kiosk()))
                .forEach(each -> unlike.merge(new Person(each.activity(), each.person()), 1, Integer::sum));
    }

    /// How often somebody may count once more, as a card that is nobody's.
    public int unlike(Person who) {
        return unlike.getOrDefault(who, 0);
    }

    public Stream<Evidence> everything() {
        return all.values().stream().flatMap(List::stream);
    }

    public List<Evidence> of(Person who) {
        return all.getOrDefault(who, List.of());
    }

    /// When the kiosks that knew the time received somebody; empty when one did not know it.
    public List<Long> times(Person who) {
        var standing = of(who).stream()
                .filter(each -> each.standing() != Standing.TAKEN_BACK && !each.isAgain())
                .toList();
        return standing.stream().allMatch(Evidence::isTimed) && !perhaps.contains(who)
                ? standing.stream().map(Evidence::at).toList()
                : List.of();
    }

    /// Who was told so by a signature taken elsewhere has not signed when that one may be gone, with the disk of its
    /// kiosk
    /// and with the street's.
    public Must must(Person who) {
        var theirs = of(who).stream().filter(Evidence::counts).toList();
        boolean gone = theirs.stream().anyMatch(each -> each.standing() == Standing.OPEN && !each.isSignedElsewhere());
        boolean onlyBorrowed =
                theirs.stream().noneMatch(each -> each.standing() == Standing.STANDS && !each.isSignedElsewhere());
        var must = recognised.contains(who) ? Must.NOT_BE_COUNTED : must(who, theirs);
        boolean perhapsNot = (onlyBorrowed && gone) || perhapsRecognised.contains(who);
        return must == Must.BE_COUNTED && perhapsNot ? Must.EITHER : must;
    }

    /// Whether they must stand below 未签名, if they do not count.
    public Must mustHaveCome(Person who) {
        return must(who, of(who));
    }

    private Must must(Person who, List<Evidence> theirs) {
        if (theirs.stream().anyMatch(each -> each.standing() == Standing.STANDS)) {
            return Must.BE_COUNTED;
        }
        return perhaps.contains(who) || theirs.stream().anyMatch(each -> each.standing() == Standing.OPEN)
                ? Must.EITHER
                : Must.NOT_BE_COUNTED;
    }
}
