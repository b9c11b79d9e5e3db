package cn.dangqun.acceptance.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.bench.page.ConsoleReader.Figures;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.Exemption;
import cn.dangqun.domain.attendance.ExemptionKind;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.roll.RollAct;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Roster edits before, during and after activities of every type, at three kiosks whose lines come and go: once
/// all have met, every screen and page says the same, and nobody who saw 签到成功 is missing. `-Dproof.seeds=200` does
/// it that often.
@Tag("proof")
class RosterEditsTest {
    private static final int STEPS = 120;

    private final Map<ActivityId, Set<Integer>> saw = new HashMap<>();
    private final List<Tap> undoable = new ArrayList<>();
    private int newcomers;

    private record Tap(CarriedKiosk kiosk, ActivityId activity, int person, FactId fact) {}

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, Long.getLong("proof.seeds", 4)).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everybodyWhoSawSuccessIsCountedAlikeEverywhere(long seed, @TempDir Path folder) throws Exception {
        try (var centre = new Centre(folder, 3)) {
            var random = new Random(seed);
            for (int step = 0; step < STEPS; step++) {
                centre.clock.turnTo(OneDay.at(8, 0).plus(OneDay.minutes(step)));
                step(centre, random);
            }
            assertSaysItIsNotMerged(centre);

            centre.clock.turnTo(OneDay.at(11, 1));
            edit(centre, random);
            centre.meet();

            for (var activity : OneDay.activities()) {
                assertAgree(centre, activity);
            }
            assertNobodyIsMissing(centre);
            assertDifferencesNameEachPerson(centre);
        }
    }

    private void step(Centre centre, Random random) throws Exception {
        var kiosk = centre.kiosks.get(random.nextInt(centre.kiosks.size()));
        switch (random.nextInt(16)) {
            case 0, 1 -> edit(centre, random);
            case 2 -> kiosk.push();
            case 3 -> kiosk.fetch();
            case 4 -> kiosk.hear();
            case 5 -> kiosk.report();
            case 6 -> centre.street.rolls().freezeStarted();
            case 7 -> undo(random);
            case 8, 9, 10, 11 -> staff(kiosk, random);
            default -> tap(kiosk, random);
        }
    }

    private void tap(CarriedKiosk kiosk, Random random) {
        var activities = OneDay.activities();
        var activity = activities.get(random.nextInt(activities.size())).id();
        int person = 1 + random.nextInt(OneDay.PEOPLE);
        kiosk.tap(person, activity, random.nextInt(3) > 0).ifPresent(fact -> {
            saw.computeIfAbsent(activity, fresh -> new HashSet<>()).add(person);
            undoable.add(new Tap(kiosk, activity, person, fact));
        });
    }

    /// Whoever stands as 实到 on the roll in front of staff afterwards was told so.
    private void staff(CarriedKiosk kiosk, Random random) {
        var activities = OneDay.activities();
        var activity = activities.get(random.nextInt(activities.size())).id();
        int person = 1 + random.nextInt(OneDay.PEOPLE);
        var member = OneDay.id(person);
        var act = switch (random.nextInt(7)) {
            case 0, 1 -> new RollAct.Register(member, "忘带证件");
            case 2 -> new RollAct.AddAfterwards(member, "停电");
            case 3 -> new RollAct.GrantLeave(member, LeaveKind.SICK, "试验书记");
            case 4 -> new RollAct.Paper(List.of(member, OneDay.id(1 + random.nextInt(OneDay.PEOPLE))));
            case 5 -> new RollAct.Explain(member, "外出");
            default -> new RollAct.Correct(member, "登记错人");
        };
        boolean done =
                kiosk.staff(activity, act, random.nextBoolean() ? StaffRole.DUTY_STAFF : StaffRole.BRANCH_SECRETARY);
        if (done && act instanceof RollAct.Correct) {
            saw.getOrDefault(activity, new HashSet<>()).remove(person);
        } else if (done) {
            follow(kiosk, activity);
        }
    }

    private void follow(CarriedKiosk kiosk, ActivityId activity) {
        var present = saw.computeIfAbsent(activity, fresh -> new HashSet<>());
        for (var line : kiosk.sheet(activity).lines()) {
            int who = Integer.parseInt(line.member().value().substring(2));
            if (line.state().isPresent()) {
                present.add(who);
            }
        }
    }

    /// The person undoes the last tap, if it was just now and they were received nowhere else.
    private void undo(Random random) {
        if (undoable.isEmpty() || random.nextBoolean()) {
            return;
        }
        var last = undoable.removeLast();
        boolean elsewhere = undoable.stream()
                .anyMatch(each -> each.activity().equals(last.activity()) && each.person() == last.person());
        if (last.kiosk().undo(last.fact()) && !elsewhere) {
            saw.get(last.activity()).remove(last.person());
        }
    }

    private void edit(Centre centre, Random random) {
        int person = 1 + random.nextInt(OneDay.PEOPLE);
        var reference = centre.street.reference();
        switch (random.nextInt(7)) {
            case 0 -> put(centre, OneDay.member(person, random.nextBoolean() ? OneDay.FIRST : OneDay.SECOND));
            case 1 -> reference.remove(ReferenceKind.MEMBER, OneDay.id(person).value());
            case 2 -> put(centre, renamed(person));
            case 3 ->
                reference.publish(List.of(new ReferenceItem.CommitteeSeatItem(OneDay.seat(
                        1 + random.nextInt(4),
                        person,
                        random.nextBoolean() ? Optional.empty() : Optional.of(OneDay.DAY)))));
            case 4 -> reference.remove(ReferenceKind.COMMITTEE_SEAT, "seat-" + (1 + random.nextInt(4)));
            case 5 -> exempt(centre, OneDay.id(OneDay.PEOPLE + 1 + random.nextInt(newcomers + 1)), random);
            default -> put(centre, OneDay.member(OneDay.PEOPLE + ++newcomers, OneDay.FIRST));
        }
    }

    /// Of people who do not tap: whoever is left out of 应到 does not count as present either.
    private static void exempt(Centre centre, MemberId member, Random random) {
        var exemption = new Exemption(
                member,
                ExemptionKind.BEDRIDDEN,
                Optional.of(OneDay.DAY.minusDays(random.nextInt(3) - 1)),
                Optional.of(OneDay.DAY.minusDays(9)),
                random.nextBoolean() ? Optional.empty() : Optional.of(OneDay.DAY.minusDays(random.nextInt(2))));
        centre.street.reference().publish(List.of(new ReferenceItem.ExemptionItem(member + ".1", exemption)));
    }

    private static void put(Centre centre, Member member) {
        centre.street.reference().publish(List.of(new ReferenceItem.MemberItem(member)));
    }

    private static Member renamed(int person) {
        var member = OneDay.member(person, OneDay.FIRST);
        return new Member(member.id(), new PersonName("改名" + person), member.memberships());
    }

    /// Somebody has received people whom not all know of.
    private void assertSaysItIsNotMerged(Centre centre) throws Exception {
        var fresh = centre.kiosks.getFirst();
        centre.clock.pass(OneDay.minutes(2));
        for (var activity : OneDay.activities()) {
            if (fresh.tap(1, activity.id()).isPresent()) {
                saw.computeIfAbsent(activity.id(), ignored -> new HashSet<>()).add(1);
                assertFalse(fresh.screen().get(activity.id()).merged(), "the kiosk's screen says 待合并");
                assertFalse(centre.console.figures(activity.id().value()).merged(), "the page says 待合并");
                return;
            }
        }
    }

    private static void assertAgree(Centre centre, Activity activity) throws Exception {
        var page = centre.console.figures(activity.id().value());
        var what = activity.id() + " " + activity.type();
        assertTrue(page.merged(), what + " is merged on the page");
        assertEquals(page, centre.console.exported(activity.id().value()), what + " in the export");
        for (var kiosk : centre.kiosks) {
            var shown = kiosk.screen().get(activity.id());
            assertEquals(
                    page,
                    new Figures(shown.tally().due(), shown.tally().present(), shown.merged()),
                    what + " on a kiosk's screen");
            var sheet = kiosk.sheet(activity.id()).figures();
            assertEquals(onPage(centre, activity, "leave"), sheet.leave(), what + " on leave at a kiosk");
            assertEquals(onPage(centre, activity, "unsigned"), sheet.unsigned(), what + " unsigned at a kiosk");
        }
    }

    /// How many stand in a group of the page that has its own heading.
    private static int onPage(Centre centre, Activity activity, String group) throws Exception {
        var found = Pattern.compile("data-group=\"" + group + "\">\\s*<h2>[^<]*<small>(\\d+) 人")
                .matcher(centre.console.get("/activities/" + activity.id()));
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    /// Each person who saw 签到成功 as a member is present, once.
    private void assertNobodyIsMissing(Centre centre) throws Exception {
        for (var each : saw.entrySet()) {
            assertEquals(
                    each.getValue().size(),
                    centre.console.figures(each.getKey().value()).present(),
                    "present at " + each.getKey());
        }
    }

    /// Who stands otherwise than the roster says now is named, and nobody else.
    private static void assertDifferencesNameEachPerson(Centre centre) throws Exception {
        var page = centre.console.get("/roll-differences?month=2026-06");
        var lines = centre.street
                .database()
                .read(handle -> handle.createQuery("SELECT DISTINCT l.member FROM attendance_line l WHERE l.added = 1")
                        .mapTo(String.class)
                        .list());
        for (var member : lines) {
            assertTrue(page.contains("data-difference=\"ADDED\" data-member=\"" + member + "\""), member);
        }
    }

    @Test
    void whoIsMovedOrTakenOffAfterSigningInStaysOnThePage(@TempDir Path folder) throws Exception {
        try (var centre = new Centre(folder, 1)) {
            var kiosk = centre.kiosks.getFirst();
            var activity = OneDay.id("own", ActivityType.THEME_DAY);
            centre.clock.turnTo(OneDay.at(8, 50));
            for (int person = 1; person <= 5; person++) {
                assertTrue(kiosk.tap(person, activity).isPresent());
            }
            centre.meet();
            var before = centre.console.figures(activity.value());
            assertEquals(5, before.present());

            put(centre, OneDay.member(1, OneDay.SECOND));
            centre.street.reference().remove(ReferenceKind.MEMBER, OneDay.id(2).value());
            centre.meet();

            assertEquals(before, centre.console.figures(activity.value()));
            assertEquals(before.due(), kiosk.screen().get(activity).tally().due());
            var sheet = centre.console.get("/activities/" + activity);
            assertFalse(sheet.contains("名册外人员"), "everybody keeps a name");
            var differences = centre.console.get("/roll-differences?month=2026-06");
            assertTrue(differences.contains("data-difference=\"NO_LONGER\" data-member=\"M-02\""));
        }
    }

    @Test
    void aCommitteeMeetingAsksTheCommitteeOnly(@TempDir Path folder) throws Exception {
        try (var centre = new Centre(folder, 1)) {
            var activity = OneDay.id("own", ActivityType.COMMITTEE_MEETING);
            centre.clock.turnTo(OneDay.at(8, 50));

            var outsider = centre.kiosks.getFirst().tap(5, activity);
            centre.meet();

            assertEquals(Optional.empty(), outsider);
            assertEquals(3, centre.console.figures(activity.value()).due());
            assertEquals(0, centre.console.figures(activity.value()).present());
        }
    }
}
