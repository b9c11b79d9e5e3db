package cn.dangqun.server.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.protocol.wire.Health;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.kiosks.KioskRegistry;
import cn.dangqun.server.web.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttendancePagesTest {
    private static final Epoch EPOCH = new Epoch("0123456789abcdef0123456789abcdef");

    private ConsoleUnderTest console;
    private Visitor reviewer;
    private Activity activity;
    private List<Member> roll;
    private KioskId kiosk;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        activity = console.open().getFirst();
        roll = console.roll(activity.organization());
        kiosk = console.kiosk(1);
    }

    @AfterEach
    void close() {
        console.close();
    }

    /// Until a roll is frozen the two pages would count differently: each says so, and then both have it.
    @Test
    void saysThatTheRollMayChangeUntilItIsListedUnderAttendance() {
        var activity = console.open().getFirst();
        var visitor = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        var listed = "href=\"/activities/" + activity.id() + "\"";
        assertTrue(visitor.get("/activities/" + activity.id()).body().contains("id=\"unfrozen\""));
        assertFalse(visitor.get("/attendance/activities").body().contains(listed));

        console.clock.advance(Duration.between(console.clock.instant(), activity.starts()));
        console.rolls.freezeStarted();

        assertFalse(visitor.get("/activities/" + activity.id()).body().contains("id=\"unfrozen\""));
        assertTrue(visitor.get("/attendance/activities").body().contains(listed));
    }

    @Test
    void countsOnlyMembersOnTheRollOnce() {
        checkIn(roll.get(0), false);
        checkIn(roll.get(0), false);
        checkIn(roll.get(1), true);
        observer(roll.get(2));
        console.fact(kiosk, new AttendanceFact.GuestCheckedIn(activity.id(), GuestKind.RESIDENT, Optional.empty()));

        assertEquals(roll.size(), count("due"));
        assertEquals(2, count("present"));
        assertEquals(1, count("late"));
        assertEquals(2, count("guests"));
    }

    @Test
    void doesNotCountAVoidedCheckIn() {
        var seq = checkIn(roll.get(0), false);
        console.fact(kiosk, new AttendanceFact.CheckInVoided(activity.id(), seq, AttendanceFact.VoidReason.SELF_UNDO));

        assertEquals(0, count("present"));
        assertTrue(sheet().contains("已撤销"));
    }

    @Test
    void countsTheMembersOfAPartyGroupForItsMeeting() {
        var ofGroup = console.open().stream()
                .filter(each -> each.type() == ActivityType.GROUP_MEETING)
                .findFirst()
                .orElseThrow();
        var branch = console.organization(ofGroup.organization()).parent().orElseThrow();
        long members = console.roll(branch).stream()
                .filter(each -> each.group().equals(Optional.of(ofGroup.organization())))
                .count();

        assertTrue(members > 0 && members < console.roll(branch).size());
        assertEquals(members, count(ofGroup, "due"));
    }

    @Test
    void saysNoDataRatherThanZeroWhileTheCentreIsSilent() {
        assertTrue(row().contains("尚无数据"));
        assertFalse(row().contains("number present"));

        console.heartbeat(kiosk);

        assertTrue(row().contains("截至 09:20"), this::row);
        assertTrue(row().contains("number present"));
    }

    @Test
    void callsNobodyAbsentBeforeTheCentreHasReportedPastTheEnd() {
        checkIn(roll.get(0), false);
        console.heartbeat(kiosk);
        console.clock.advance(
                Duration.between(console.clock.instant(), activity.window().closes())
                        .plusMinutes(1));
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        assertTrue(sheet().contains("<dt>尚未签到</dt>"));
        assertFalse(sheet().contains("<dt>未到</dt>"));

        console.heartbeat(kiosk, 3, Optional.of(activity.starts()));
        assertFalse(sheet().contains("<dt>未到</dt>"), "three facts are still on the kiosk");

        console.heartbeat(kiosk);
        assertTrue(sheet().contains("<dt>未到</dt>"));
        assertTrue(row().contains("已齐全"));
    }

    @Test
    void waitsForWhatARevokedKioskTookAlongUntilSomebodySignsThatItIsLost() {
        checkIn(roll.get(0), false);
        var other = console.kiosk(1);
        console.heartbeat(kiosk, 3, Optional.of(activity.starts()));
        new KioskRegistry(console.database, console.clock).revoke(kiosk);
        afterTheEnd(other);

        assertFalse(sheet().contains("<dt>未到</dt>"), "three facts are still on the revoked kiosk");
        assertTrue(row().contains("还有 3 条没有传来，最后消息 "), this::row);

        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        var form = Map.of("reason", "机器被盗，纸质签到已补录");
        assertEquals(
                303,
                admin.post("/kiosks", "/kiosks/" + kiosk + "/leaving/lost", form)
                        .statusCode());

        assertTrue(sheet().contains("<dt>未到</dt>"));
        assertTrue(row().contains("已齐全"), this::row);
    }

    @Test
    void takesARevokedKioskForCompleteOnceItsLedgerHasComeAfterAll() {
        var other = console.kiosk(1);
        var registry = new KioskRegistry(console.database, console.clock);
        registry.notedHealth(
                kiosk,
                EPOCH,
                Health.newBuilder()
                        .setUnsent(3)
                        .setOldestUnsentWallMillis(activity.starts().toEpochMilli())
                        .build(),
                console.clock.millis());
        registry.revoke(kiosk);
        afterTheEnd(other);
        assertTrue(row().contains("还有 3 条没有传来"), this::row);

        registry.notedHealth(other, EPOCH, Health.getDefaultInstance(), console.clock.millis());
        console.heartbeat(other);
        assertTrue(row().contains("还有 3 条没有传来"), "another kiosk's word is not its word");

        registry.notedHealth(kiosk, EPOCH, Health.getDefaultInstance(), console.clock.millis());
        console.heartbeat(other);
        assertTrue(row().contains("已齐全"), this::row);
    }

    @Test
    void doesNotTakeTheSilenceBeforeARevocationForCompleteness() {
        var other = console.kiosk(1);
        console.heartbeat(kiosk);
        console.clock.advance(Duration.ofMinutes(5));
        new KioskRegistry(console.database, console.clock).revoke(kiosk);
        afterTheEnd(other);

        assertFalse(sheet().contains("<dt>未到</dt>"));
        assertTrue(row().contains("以后没有消息"), this::row);
    }

    @Test
    void aKioskThatCameLaterSaysNothingAboutAnEarlierActivity() {
        var elsewhere = console.open().stream()
                .filter(each -> console.organization(each.organization())
                        .parent()
                        .equals(Optional.of(new OrganizationId("c2"))))
                .findFirst()
                .orElseThrow();
        console.clock.advance(Duration.ofDays(1));
        console.heartbeat(console.kiosk(2));
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());

        var page = reviewer.get("/activities/" + elsewhere.id()).body();
        var day = reviewer.get("/activities?date=2026-11-23").body();

        assertFalse(page.contains("<dt>未到</dt>"), page);
        assertFalse(day.substring(day.indexOf("data-activity=\"" + elsewhere.id() + "\""))
                .split("</tr>", 2)[0]
                .contains("已齐全"));
    }

    private void afterTheEnd(KioskId standing) {
        console.clock.advance(
                Duration.between(console.clock.instant(), activity.window().closes())
                        .plusMinutes(1));
        reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        console.heartbeat(standing);
    }

    @Test
    void waitsForEveryKioskOfTheCentre() {
        console.heartbeat(kiosk);
        console.kiosk(1);

        assertTrue(row().contains("1 台尚无数据"), this::row);
    }

    @Test
    void masksNamesByDefault() {
        checkIn(roll.get(0), false);

        assertTrue(sheet().contains(roll.get(0).name().masked()));
        roll.forEach(each -> assertFalse(sheet().contains(each.name().full() + "<")));
    }

    @Test
    void showsFullNamesToThoseWhoMayAndRecordsIt() {
        var page = reviewer.get("/activities/" + activity.id() + "?names=full").body();

        assertTrue(page.contains(roll.get(0).name().full()));
        assertEquals(List.of("FULL_NAMES_SHOWN " + activity.id()), fullNameEntries());
    }

    @Test
    void refusesFullNamesToOthers() {
        var admin = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());

        assertEquals(
                403, admin.get("/activities/" + activity.id() + "?names=full").statusCode());
        assertEquals(List.of(), fullNameEntries());
    }

    @Test
    void hidesOtherSubtreesAsIfTheyDidNotExist() {
        var secretary = console.visitor(Role.BRANCH_SECRETARY, new Scope(Optional.of(activity.organization())));
        var foreign = console.open().stream()
                .filter(each -> !each.organization().equals(activity.organization()))
                .findFirst()
                .orElseThrow();

        assertEquals(200, secretary.get("/activities/" + activity.id()).statusCode());
        var refused = secretary.get("/activities/" + foreign.id());
        var unknown = secretary.get("/activities/no-such-thing");
        assertEquals(404, refused.statusCode());
        assertEquals(
                unknown.body().replaceAll("value=\"[^\"]+\"", ""),
                refused.body().replaceAll("value=\"[^\"]+\"", ""));
        assertFalse(secretary.get("/activities").body().contains(foreign.id().value()));
    }

    @Test
    void showsNothingToAScopeThatIsGone() {
        var lost = new Scope(Optional.of(new OrganizationId("gone")));
        var visitor = console.visitor(Role.SITE_ADMIN, lost);

        assertTrue(visitor.get("/activities").body().contains("今天没有安排活动"));
        assertEquals(404, visitor.get("/activities/" + activity.id()).statusCode());
    }

    @Test
    void filtersByTheAddress() {
        var communities = console.communities();
        var ofLast = reviewer.get(
                        "/activities?community=" + communities.getLast().id())
                .body();
        var yesterday = reviewer.get("/activities?date=2026-11-22").body();

        assertFalse(ofLast.contains("data-activity=\"" + activity.id() + "\""));
        assertTrue(ofLast.contains("data-activity="));
        assertTrue(yesterday.contains("11月22日 星期日") && yesterday.contains("这一天没有安排活动"));
        assertTrue(yesterday.contains("sse-connect=\"/live/activities?date=2026-11-22\""));
    }

    @Test
    void showsNothingThatCouldBeAnIdentityOrCardNumber() {
        checkIn(roll.get(0), false);
        var pages = reviewer.get("/activities").body()
                + sheet()
                + reviewer.get("/kiosks").body()
                + reviewer.get("/activities/" + activity.id() + "?names=full").body();

        var withoutTokens = pages.replaceAll("value=\"[^\"]*\"|/static/[0-9a-f]+/", "");

        assertFalse(Pattern.compile("\\d{15}|[0-9A-Fa-f]{14}")
                .matcher(withoutTokens)
                .find());
    }

    @Test
    void refusesADayThatIsNone() {
        for (var day : List.of("heute", "2026-02-30", "%2B999999999-01-01", "2026-11", "20261123")) {
            var answer = reviewer.get("/activities?date=" + day);
            assertEquals(400, answer.statusCode(), day);
            assertTrue(answer.body().contains("日期看不懂"), answer.body());
        }
        assertEquals(400, reviewer.get("/plan?month=2026-13").statusCode());
        assertEquals(400, reviewer.get("/queue?date=x").statusCode());
        assertEquals(400, reviewer.get("/attendance?since=gestern").statusCode());
        assertEquals(400, reviewer.get("/attendance?until=2026-02-30").statusCode());
        assertEquals(200, reviewer.get("/activities?date=").statusCode());
    }

    private long checkIn(Member member, boolean late) {
        return console.fact(
                kiosk,
                new AttendanceFact.CheckedIn(
                        activity.id(), member.id(), AttendanceRole.MEMBER, CheckInMethod.ID_CARD, late));
    }

    private void observer(Member member) {
        console.fact(
                kiosk,
                new AttendanceFact.CheckedIn(
                        activity.id(), member.id(), AttendanceRole.OBSERVER, CheckInMethod.STAFF, false));
    }

    private String sheet() {
        return reviewer.get("/activities/" + activity.id()).body();
    }

    private String row() {
        return row(activity);
    }

    private String row(Activity of) {
        var body = reviewer.get("/activities").body();
        int at = body.indexOf("data-activity=\"" + of.id() + "\"");
        assertTrue(at > 0, "no row of " + of.id());
        return body.substring(at, body.indexOf("</tr>", at));
    }

    private int count(String name) {
        return count(activity, name);
    }

    private int count(Activity of, String name) {
        var found = Pattern.compile("data-" + name + "=\"(\\d+)\"").matcher(row(of));
        assertTrue(found.find());
        return Integer.parseInt(found.group(1));
    }

    private List<String> fullNameEntries() {
        return console.database.read(handle -> handle.createQuery(
                        "SELECT action || ' ' || subject FROM audit_entry WHERE action = 'FULL_NAMES_SHOWN'")
                .mapTo(String.class)
                .list());
    }
}
