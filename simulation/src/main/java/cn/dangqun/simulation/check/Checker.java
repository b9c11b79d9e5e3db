package cn.dangqun.simulation.check;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.kiosk.ledger.LedgerPosition;
import cn.dangqun.kiosk.sync.SyncStatus.Link;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.machine.KioskMachine;
import cn.dangqun.simulation.machine.Office;
import cn.dangqun.simulation.machine.StreetMachine;
import cn.dangqun.simulation.story.Story;
import cn.dangqun.simulation.world.Broken;
import cn.dangqun.simulation.world.World;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Asks at every quiet moment what the promise asks: everybody who was told so is counted, once, where they were told
/// so, on the page; nobody else is; all sides say the same, also when everything is derived anew; whoever may see no
/// names sees none.
public final class Checker {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Duration DRIFT = Duration.ofSeconds(30);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int PATIENCE = 120;
    private static final long GLANCE = 20 * SECOND;
    private static final long LAST_WORDS = 50 * SECOND;

    private final World world;
    private final StreetMachine street;
    private final List<KioskMachine> kiosks;
    private final Witness witness;
    private final Story story;
    private final List<String> wrong = new ArrayList<>();

    public Checker(World world, StreetMachine street, List<KioskMachine> kiosks, Witness witness, Story story) {
        this.world = world;
        this.street = street;
        this.kiosks = kiosks;
        this.witness = witness;
        this.story = story;
    }

    public boolean isGood() {
        return wrong.isEmpty() && world.broken().isEmpty();
    }

    public List<String> wrong() {
        var all = new ArrayList<>(wrong);
        all.addAll(world.broken());
        return all;
    }

    /// What somebody else found wrong.
    public void note(List<String> found) {
        wrong.addAll(found);
    }

    public void broke(Throwable failure) {
        wrong.add("the simulation broke: " + Broken.words(failure));
    }

    /// Waits until all have met, then looks. `takenAway` are the cards that must find nobody, by person.
    public void meet(Map<Integer, List<Integer>> takenAway) {
        int left = PATIENCE;
        while (left > 0 && !haveMet()) {
            allowToBeginAnew();
            world.runUntil(world.now() + GLANCE);
            left--;
        }
        if (left == 0) {
            wrong.add("the kiosks and the street do not meet: " + states());
            return;
        }
        world.runUntil(world.now() + LAST_WORDS);
        var before = look();
        compareKiosks(before);
        compareRosters(takenAway);
        street.with(server -> server.ledger().rebuild());
        kiosks.forEach(each -> each.with(kiosk -> kiosk.ledger().rebuild().join()));
        var after = look();
        if (!before.equals(after)) {
            wrong.addAll(differences(before, after));
        }
        compareKiosks(after);
    }

    private static List<String> differences(Map<Integer, Pages.Sheet> before, Map<Integer, Pages.Sheet> after) {
        return before.entrySet().stream()
                .filter(each -> !each.getValue().equals(after.get(each.getKey())))
                .map(each -> "derived anew the page of activity " + each.getKey() + " is another one: «"
                        + each.getValue().text() + "» became «"
                        + Optional.ofNullable(after.get(each.getKey()))
                                .map(Pages.Sheet::text)
                                .orElse("no page")
                        + "»")
                .toList();
    }

    private boolean haveMet() {
        return kiosks.stream().allMatch(Checker::hasMet);
    }

    private static boolean hasMet(KioskMachine kiosk) {
        return kiosk.isOn()
                && kiosk.sync().status().link() instanceof Link.Connected
                && kiosk.ledger().position().map(LedgerPosition::pending).orElse(1L) == 0;
    }

    private String states() {
        return Plain.joined(
                kiosks.stream().filter(each -> !hasMet(each)).map(Plain::state).toList());
    }

    /// A person at the street knows that these are their own kiosks.
    private void allowToBeginAnew() {
        for (var kiosk : kiosks) {
            var id = Map.of("id", kiosk.id().value());
            street.at(
                    office -> office.press(Office.REVIEWER, "/kiosks/:id/fork", id, Map.of("reason", "核对过，是本街道的一体机")));
        }
    }

    private int today() {
        return (int) Duration.ofNanos(world.now()).toDays();
    }

    private Map<Integer, Pages.Sheet> look() {
        var sheets = new TreeMap<Integer, Pages.Sheet>();
        for (int i = 0; i < story.activities().size(); i++) {
            var planned = story.activities().get(i);
            if (planned.day() <= today()) {
                var sheet = Pages.read(street, i);
                sheets.put(i, sheet);
                world.trace().note("page of activity " + i + ": " + sheet.text());
                judge(i, sheet);
                if (planned.day() == today()) {
                    wrong.addAll(Pages.rendered(street, i, sheet, planned.branch()));
                }
            }
        }
        return sheets;
    }

    private void judge(int activity, Pages.Sheet sheet) {
        var once = new HashSet<String>();
        var counted = new ArrayList<>(sheet.present());
        counted.addAll(sheet.others());
        for (var name : counted) {
            if (!once.add(name)) {
                wrong.add(Plain.people(name) + " is counted twice at activity " + activity);
            }
        }
        if (sheet.figure() != sheet.present().size()) {
            wrong.add("实到 of activity " + activity + " is " + sheet.figure() + ", and below it stands "
                    + Plain.people(sheet.present()));
        }
        guests(activity, sheet);
        for (int person = 0; person < Ground.PEOPLE; person++) {
            boolean is = once.contains(Ground.name(person));
            switch (witness.must(new Witness.Person(activity, person))) {
                case BE_COUNTED -> {
                    if (!is) {
                        wrong.add("person " + person + " was told 签到成功 and is not counted at activity " + activity);
                    }
                }
                case NOT_BE_COUNTED -> {
                    if (is) {
                        wrong.add("person " + person + " is counted at activity " + activity + " and nobody said so");
                    }
                }
                case EITHER -> {}
            }
            signature(activity, person, sheet);
            time(activity, person, sheet);
        }
    }

    /// Who came and has not signed stands below 未签名 and nowhere else.
    private void signature(int activity, int person, Pages.Sheet sheet) {
        if (!story.activities().get(activity).signs()) {
            return;
        }
        var who = new Witness.Person(activity, person);
        boolean is = sheet.unsigned().contains(Ground.name(person));
        boolean counts = sheet.names(Ground.name(person));
        var came = witness.mustHaveCome(who);
        if (is && counts) {
            wrong.add("person " + person + " is counted at activity " + activity + " and stands below 未签名");
        }
        if (came == Witness.Must.BE_COUNTED && !is && !counts) {
            wrong.add("person " + person + " was told that they have come to activity " + activity
                    + ", and the page does not say so");
        }
        if (came == Witness.Must.NOT_BE_COUNTED && is) {
            wrong.add("person " + person + " never came to activity " + activity + " and stands below 未签名");
        }
    }

    /// Guests have no name: there are as many as were let in, each once, and none of them in 实到.
    private void guests(int activity, Pages.Sheet sheet) {
        int must = 0;
        int may = 0;
        for (int guest = Ground.PEOPLE; guest < Ground.PEOPLE + Ground.GUESTS; guest++) {
            var who = new Witness.Person(activity, guest);
            may += witness.unlike(who);
            switch (witness.must(who)) {
                case BE_COUNTED -> must++;
                case EITHER -> may++;
                case NOT_BE_COUNTED -> {}
            }
        }
        if (sheet.guests() < must || sheet.guests() > must + may) {
            wrong.add("来宾 of activity " + activity + " is " + sheet.guests() + ", and "
                    + (may == 0 ? "" : must + " to ") + (must + may) + " were let in");
        }
    }

    /// Where every kiosk that received somebody knew the time, the page says when that was.
    private void time(int activity, int person, Pages.Sheet sheet) {
        var said = sheet.times().get(Ground.name(person));
        var times = witness.times(new Witness.Person(activity, person));
        if (said == null || times.isEmpty()) {
            return;
        }
        var time = LocalTime.parse(said);
        var came = times.stream()
                .map(at -> World.BEGINNING
                        .plusNanos(at)
                        .atZone(StreetMachine.ZONE)
                        .toLocalTime()
                        .truncatedTo(ChronoUnit.SECONDS))
                .toList();
        if (came.stream().noneMatch(at -> Duration.between(at, time).abs().compareTo(DRIFT) <= 0)) {
            wrong.add("the page says that person " + person + " came to activity " + activity + " at " + said
                    + "; they came at "
                    + came.stream().map(LocalTime::toString).collect(Collectors.joining(" and at ")));
        }
    }

    /// Kiosks of one centre know the same people, and no card that was taken away.
    private void compareRosters(Map<Integer, List<Integer>> takenAway) {
        for (int i = 0; i < kiosks.size(); i++) {
            var kiosk = kiosks.get(i);
            int number = i;
            takenAway.forEach((person, issues) -> {
                for (int issue : issues) {
                    if (knows(kiosk, person, issue)) {
                        wrong.add(Plain.kiosk(number) + " knows a card of person " + person + " that was taken away");
                    }
                }
            });
            if (i % 2 == 1 && !people(kiosk).equals(people(kiosks.get(i - 1)))) {
                wrong.add(
                        Plain.kiosk(i - 1) + " and " + Plain.kiosk(i) + ", of one centre, do not know the same people");
            }
        }
    }

    private static boolean knows(KioskMachine kiosk, int person, int issue) {
        return kiosk.read(Ground.card(person, issue))
                .filter(card -> card instanceof Credential.Card(var key, var kind)
                        && kiosk.reference().index().memberOf(key).isPresent())
                .isPresent();
    }

    private static List<Integer> people(KioskMachine kiosk) {
        return IntStream.range(0, Ground.PEOPLE)
                .filter(each ->
                        kiosk.reference().index().member(Ground.member(each)).isPresent())
                .boxed()
                .toList();
    }

    /// Who has come, as the kiosk lists it.
    private static String listed(KioskMachine kiosk, ActivityId activity) {
        var lines = kiosk.rolls().sheet(activity).stream()
                .flatMap(sheet -> sheet.lines().stream())
                .filter(line -> line.state().isPresent())
                .map(line -> line.name()
                        + line.at()
                                .map(at -> " since " + TIME.format(at.atZone(StreetMachine.ZONE)))
                                .orElse(" from elsewhere"))
                .toList();
        return Plain.people(lines);
    }

    /// What stands on a kiosk's own list.
    private void compareKiosks(Map<Integer, Pages.Sheet> sheets) {
        for (int i = 0; i < kiosks.size(); i++) {
            int number = i;
            kiosks.get(i).with(kiosk -> {
                for (var row : kiosk.today().list()) {
                    int activity = Activities.number(row.activity().id());
                    var sheet = sheets.get(activity);
                    if (sheet != null && row.tally().present() != sheet.figure()) {
                        wrong.add(Plain.kiosk(number) + " says 实到 "
                                + row.tally().present() + " of activity " + activity + ", the street says "
                                + sheet.figure() + "; the kiosk lists "
                                + listed(kiosk, row.activity().id()));
                    }
                }
            });
        }
    }
}
