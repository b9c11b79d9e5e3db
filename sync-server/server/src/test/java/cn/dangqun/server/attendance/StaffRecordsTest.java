package cn.dangqun.server.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.AttendanceFact.Counting;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.fact.AttendanceFact.Registration;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.OrganizationTree;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.ledger.AppendResult;
import cn.dangqun.server.web.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What duty staff record stands on the street's page as what it is, and in the figures as the rules say (R-052,
/// R-101, OQ-27, OQ-29, OQ-40).
class StaffRecordsTest {
    private static final Handling BY = new Handling("staff-1", "忘带证件");

    @TempDir
    Path directory;

    private ConsoleUnderTest console;
    private Activity activity;
    private List<Member> roll;
    private KioskId kiosk;

    @BeforeEach
    void open() {
        console = street("street");
        activity = console.open().getFirst();
        roll = console.roll(activity.organization());
        kiosk = console.kiosk(1);
        console.fact(kiosk, frozen());
        console.heartbeat(kiosk);
    }

    private ConsoleUnderTest street(String name) {
        try {
            return new ConsoleUnderTest(Files.createDirectory(directory.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        console.close();
    }

    private Fact frozen() {
        var roster = new Roster(new OrganizationTree(console.organizations()), roll, List.of());
        return new AttendanceFact.RollFrozen(roster.rolls(activity).getFirst(), FreezeCause.OPENED, 0);
    }

    @Test
    void countsWhomStaffRegisterAtTheDoorAndFromPaper() {
        console.fact(kiosk, registered(0, Registration.AT_DOOR, false, Optional.empty()));
        console.fact(kiosk, registered(1, Registration.PAPER, false, Optional.empty()));

        assertEquals(2, figure("present"));
        assertTrue(sheet().contains("值守登记") && sheet().contains("纸质补录"), this::sheet);
        assertFalse(sheet().contains("忘带证件"), "reasons are for who asks for names");
        assertTrue(fullSheet().contains("忘带证件（经办 "), this::fullSheet);
    }

    @Test
    void aMakeUpCountsOnceTheSecretaryHasApprovedIt() {
        console.fact(kiosk, registered(0, Registration.AFTERWARDS, false, Optional.empty()));
        assertEquals(0, figure("present"));
        assertTrue(sheet().contains("待书记同意，暂不计"), this::sheet);

        console.fact(kiosk, registered(0, Registration.AFTERWARDS, false, Optional.of("secretary-1")));
        assertEquals(1, figure("present"));
        assertTrue(fullSheet().contains("批准 secretary-1"), this::fullSheet);
        assertEquals(0, figure("guests"), "nobody is a guest by that");
    }

    @Test
    void whoHasNotSignedIsNotPresentAndNoGuest() {
        console.fact(kiosk, tapped(0, true));
        assertEquals(0, figure("present"));
        assertEquals(0, figure("guests"));
        assertEquals(1, group("unsigned"));

        console.fact(
                kiosk, new AttendanceFact.Signed(id(), roll.getFirst().id(), Optional.empty(), Optional.of("staff-1")));
        assertEquals(1, figure("present"));
        assertEquals(0, group("unsigned"));
        assertTrue(sheet().contains("纸质签名"), this::sheet);
    }

    @Test
    void leaveStaysInDueAndStandsBesideTheMissing() {
        console.fact(
                kiosk,
                new AttendanceFact.LeaveGranted(
                        id(),
                        roll.get(0).id(),
                        LeaveKind.SICK,
                        new Handling("staff-1", LeaveKind.SICK.name()),
                        "样例书记"));
        console.fact(
                kiosk, new AttendanceFact.AbsenceExplained(id(), roll.get(1).id(), BY));

        assertEquals(roll.size(), figure("due"));
        assertEquals(1, group("leave"));
        assertFalse(sheet().contains("病假"), "the kind of leave is for who asks for names");
        assertFalse(fullSheet().contains("SICK"), this::fullSheet);
        assertTrue(fullSheet().contains("请假（病假）") && fullSheet().contains("批准 样例书记"), this::fullSheet);
        assertTrue(sheet().contains("已说明缺席原因"), this::sheet);
    }

    @Test
    void aCorrectionTakesBackWhatStoodBeforeItAndNothingAfter() {
        console.fact(kiosk, tapped(0, false));
        console.fact(kiosk, corrected(0));
        assertEquals(0, figure("present"));

        console.clock.advance(Duration.ofMinutes(1));
        console.fact(kiosk, tapped(0, false));
        assertEquals(1, figure("present"));
        assertTrue(sheet().contains("更正：此前的记录作废"), this::sheet);
    }

    /// Whichever of two the street hears of first, both were made.
    @Test
    void aCorrectionIsTakenBackByNoOther() {
        console.fact(kiosk, tapped(0, false));
        console.clock.advance(Duration.ofMinutes(1));
        console.fact(kiosk, corrected(0));
        console.clock.advance(Duration.ofMinutes(1));
        console.fact(console.kiosk(1), corrected(0));

        assertTrue(fullSheet().contains("更正：此前的记录作废"), this::fullSheet);
        assertFalse(fullSheet().contains("<s class=\"mark\">更正"), this::fullSheet);
    }

    @Test
    void aGuestByCodeWhomARollListsCountsOnceForTheirBranch() {
        console.fact(kiosk, byCode(0));
        assertEquals(1, figure("present"));
        assertEquals(0, figure("guests"), "and is no guest any more");
        assertEquals(roll.size(), figure("due"));

        console.clock.advance(Duration.ofMinutes(1));
        console.fact(console.kiosk(1), tapped(0, false));
        assertEquals(1, figure("present"));

        console.fact(kiosk, corrected(0));
        assertEquals(0, figure("present"));
    }

    @Test
    void theLastCountOfHeadsStands() {
        console.fact(kiosk, new AttendanceFact.GuestsCounted(id(), GuestKind.RESIDENT, 12, "staff-1"));
        console.clock.advance(Duration.ofMinutes(1));
        console.fact(kiosk, new AttendanceFact.GuestsCounted(id(), GuestKind.RESIDENT, 15, "staff-1"));

        assertTrue(sheet().contains("群众 15 人"), this::sheet);
        assertFalse(sheet().contains("群众 12 人"), this::sheet);
    }

    @Test
    void theOrderInWhichKiosksAreHeardChangesNothing() {
        for (int seed = 1; seed <= Integer.getInteger("proof.seeds", 1); seed++) {
            var random = new Random(seed);
            var ledgers = written(random);
            assertEquals(page(ledgers, random, "a" + seed), page(ledgers, random, "b" + seed), "seed " + seed);
        }
    }

    /// What three kiosks recorded, each in its own order; their clocks run together.
    private List<List<Recorded>> written(Random random) {
        var ledgers = List.<List<Recorded>>of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        var at = activity.window().opens();
        for (int i = 0; i < 40; i++) {
            at = at.plusSeconds(random.nextInt(90));
            ledgers.get(random.nextInt(3)).add(new Recorded(anything(random), at));
        }
        return ledgers;
    }

    private record Recorded(Fact fact, Instant at) {}

    private Fact anything(Random random) {
        int who = random.nextInt(6);
        var member = roll.get(who).id();
        return switch (random.nextInt(10)) {
            case 9 -> byCode(who);
            case 0 -> tapped(who, false);
            case 1 -> tapped(who, true);
            case 2 -> new AttendanceFact.Signed(id(), member, Optional.empty(), Optional.of("staff-1"));
            case 3 -> registered(who, Registration.AT_DOOR, random.nextBoolean(), Optional.empty());
            case 4 ->
                registered(who, Registration.AFTERWARDS, false, Optional.of("x").filter(_ -> random.nextBoolean()));
            case 5 -> new AttendanceFact.LeaveGranted(id(), member, LeaveKind.OTHER, BY, "样例书记");
            case 6 -> frozen();
            case 7 -> new AttendanceFact.GuestsCounted(id(), GuestKind.RESIDENT, random.nextInt(9), "staff-1");
            default -> corrected(who);
        };
    }

    /// Of a fresh street that hears the kiosks in an order drawn anew, a record at a time.
    private String page(List<List<Recorded>> written, Random random, String name) {
        try (var street = street(name)) {
            var ledgers = new ArrayList<TestLedger>();
            var turns = new ArrayList<Integer>();
            for (int i = 0; i < written.size(); i++) {
                var ledger = new TestLedger(street.kiosk(1));
                written.get(i).forEach(each -> ledger.add(each.fact(), each.at()));
                ledgers.add(ledger);
                turns.addAll(Collections.nCopies(written.get(i).size(), i));
            }
            Collections.shuffle(turns, random);
            var told = new int[written.size()];
            for (int turn : turns) {
                var ledger = ledgers.get(turn);
                told[turn]++;
                var taken = street.ledger
                        .append(ledger.kiosk(), ledger.epoch(), ledger.push(told[turn], told[turn]))
                        .orElseThrow()
                        .join();
                assertTrue(taken instanceof AppendResult.Taken, taken::toString);
            }
            var reviewer = street.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
            var body =
                    reviewer.get("/activities/" + activity.id() + "?names=full").body();
            return body.substring(body.indexOf("<dl class=\"summary\""));
        }
    }

    private ActivityId id() {
        return activity.id();
    }

    private Fact tapped(int who, boolean toSign) {
        return new AttendanceFact.CheckedIn(
                id(),
                roll.get(who).id(),
                AttendanceRole.MEMBER,
                CheckInMethod.CARD,
                false,
                Optional.of(activity.organization()),
                toSign);
    }

    /// At a kiosk that does not know the person.
    private Fact byCode(int who) {
        return new AttendanceFact.CheckedIn(
                id(), roll.get(who).id(), AttendanceRole.OBSERVER, CheckInMethod.QR, false, Optional.empty(), false);
    }

    private Fact registered(int who, Registration how, boolean toSign, Optional<String> approver) {
        return new AttendanceFact.Registered(
                id(),
                roll.get(who).id(),
                new Counting(AttendanceRole.MEMBER, Optional.of(activity.organization()), false, toSign),
                how,
                activity.starts(),
                BY,
                approver,
                Optional.empty());
    }

    private Fact corrected(int who) {
        return new AttendanceFact.CheckInCorrected(id(), roll.get(who).id(), new Handling("staff-1", "登记错人"));
    }

    private Visitor reviewer() {
        return console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
    }

    private String sheet() {
        return reviewer().get("/activities/" + activity.id()).body();
    }

    private String fullSheet() {
        return reviewer().get("/activities/" + activity.id() + "?names=full").body();
    }

    private int figure(String name) {
        var body = reviewer().get("/activities").body();
        int at = body.indexOf("data-activity=\"" + activity.id() + "\"");
        var found = Pattern.compile("data-" + name + "=\"(\\d+)\"").matcher(body.substring(at));
        assertTrue(found.find());
        return Integer.parseInt(found.group(1));
    }

    /// How many stand in a group of the page that has its own heading.
    private int group(String state) {
        var found = Pattern.compile("data-group=\"" + state + "\">\\s*<h2>[^<]*<small>(\\d+) 人")
                .matcher(sheet());
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
