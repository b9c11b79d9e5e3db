package cn.dangqun.kiosk.shell;

import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_FIRST;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.PROBATIONARY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.STREET;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static cn.dangqun.kiosk.reference.MadeUpStreet.activity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.settings.KioskSettings;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.ClockReading.Decided;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.activity.ActivityToday;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.place.Feature;
import cn.dangqun.kiosk.queue.QueueFeature;
import cn.dangqun.kiosk.queue.QueueStreet;
import cn.dangqun.kiosk.queue.TakeOutcome;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.staff.PinVerifiers;
import cn.dangqun.kiosk.staff.StaffDesk.Unlock;
import cn.dangqun.kiosk.wall.Frames;
import cn.dangqun.kiosk.wall.WallFeature;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every place of a whole kiosk that asks "now" (docs/clocks.md), at every kind of wrong clock, with and without the
/// street, in one boot and after another.
class ClocksTest {
    private static final Activity MORNING = activity("morning", FIRST_BRANCH, "09:00", "11:00");
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final List<String> WALL = List.of("入党誓词", "活动室管理制度");

    @TempDir
    Path data;

    private final SteppedClock clock = new SteppedClock(at("08:55"));
    private KioskCore core;

    enum Wrong {
        AHEAD,
        BACK,
        YEAR_1970,
        YEAR_2020,
        YEAR_2042;

        Instant of(Instant right) {
            return switch (this) {
                case AHEAD -> right.plus(Duration.ofDays(3));
                case BACK -> right.minus(Duration.ofDays(1));
                case YEAR_1970 -> Instant.EPOCH;
                case YEAR_2020 -> Instant.parse("2020-01-01T00:00:00Z");
                case YEAR_2042 -> Instant.parse("2042-01-01T00:00:00Z");
            };
        }
    }

    static Stream<Arguments> wrongClocks() {
        return Stream.of(Wrong.values()).flatMap(each -> Stream.of(true, false).map(boot -> Arguments.of(each, boot)));
    }

    private static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    /// A kiosk that knows its street, at which one member has come and one number was taken.
    private void open(Activity... activities) throws Exception {
        try (var ledger = Ledger.open(data.resolve("ledger.db"), clock, KioskCore.PROJECTIONS);
                var reference = MadeUpStreet.store(data, clock, MadeUpStreet.items(activities))) {
            ledger.adopt(KIOSK).join();
            var more = List.<ReferenceItem>of(
                    new ReferenceItem.Site("site", "样例社区党群服务中心", MadeUpStreet.COMMUNITY),
                    new ReferenceItem.Service(QueueStreet.CARE, STREET),
                    new ReferenceItem.SiteQueue(QueueStreet.PLAN),
                    new ReferenceItem.Staff("S-1", "样例值守甲", PinVerifiers.of("246810"), "今日值守"),
                    new ReferenceItem.WallSlotItem(Frames.slot("room-rules")),
                    new ReferenceItem.WallPieceItem(
                            Frames.hanging("room-rules", "活动室管理制度", "样例正文").piece()));
            reference
                    .apply(MadeUpStreet.page(reference.applied(), false, more), "")
                    .join();
        }
        start();
        assertInstanceOf(CheckInOutcome.CheckedIn.class, tap(PROBATIONARY));
        assertEquals(1, number());
    }

    private void start() throws Exception {
        var settings = new KioskSettings(
                data,
                "样例社区党群服务中心",
                ZONE,
                new KioskSettings.Server("127.0.0.1", 1, "0".repeat(64)),
                new KioskSettings.Screen(1080, 1920, false),
                List.of(),
                OptionalInt.empty(),
                KioskSettings.Window.STANDARD,
                Optional.empty());
        core = KioskCore.open(settings, clock, clock);
    }

    @AfterEach
    void close() throws Exception {
        core.close();
    }

    /// Two minutes pass, and somebody sets the clock, or the machine starts again with it.
    private Instant goWrong(Wrong wrong, boolean boot) throws Exception {
        clock.pass(Duration.ofMinutes(2));
        var right = at("08:57");
        if (boot) {
            core.close();
            clock.boot("boot-2", wrong.of(right));
            start();
        } else {
            clock.set(wrong.of(right));
        }
        return right;
    }

    @ParameterizedTest
    @MethodSource("wrongClocks")
    void withTheStreetEveryPlaceHasTheRightTime(Wrong wrong, boolean boot) throws Exception {
        open(MORNING);
        var right = goWrong(wrong, boot);

        ledger().heardStreet(right);

        allIsRight(right);
        core.close();
        clock.pass(Duration.ofSeconds(1));
        start();
        assertEquals(new Decided(right.plusSeconds(1), ClockQuality.STREET), ledger().time(), "the process anew");
        assertEquals(MORNING, checkedIn(IN_GROUP).activity());
    }

    @ParameterizedTest
    @MethodSource("wrongClocks")
    void withoutTheStreetNobodyIsSentAwayForWhatOnlyTheClockSays(Wrong wrong, boolean boot) throws Exception {
        open(MORNING);
        var right = goWrong(wrong, boot);

        assertEquals(!isPlausible(wrong, boot), ledger().time().quality() == ClockQuality.DOUBTFUL);
        if (!isPlausible(wrong, boot)) {
            nothingIsSaidThatNobodyKnows(right);
        }
        nothingIsForgotten();
        ledger().heardStreet(right);
        allIsRight(right);
    }

    /// A machine that was off may well have been off for three days.
    private static boolean isPlausible(Wrong wrong, boolean boot) {
        return wrong == Wrong.AHEAD && boot;
    }

    private void nothingIsSaidThatNobodyKnows(Instant right) {
        assertTrue(core.services().clockInDoubt().getAsBoolean(), "the hour on the home screen");
        assertTrue(core.features().activities().today().isClockInDoubt(), "the list of the day");
        var answer = tap(IN_GROUP);
        assertTrue(
                answer instanceof CheckInOutcome.CheckedIn || answer instanceof CheckInOutcome.ClockInDoubt,
                answer.toString());
        if (answer instanceof CheckInOutcome.CheckedIn success) {
            assertEquals(MORNING, success.activity());
        }
        assertFalse(ledger().now().isBefore(at("08:55")), "never before what was recorded");
        assertFalse(ledger().now().isAfter(right), "nor later than can be");
        assertNotEquals(1, number(), "no number of this day twice");
        assertEquals(WALL, wall());
        assertInstanceOf(Unlock.Unlocked.class, unlock(), "staff must get in to set it right");
    }

    private void nothingIsForgotten() {
        assertEquals(new Commit.Done<>(0), ledger().purge(ledger().now()).join());
    }

    private void allIsRight(Instant right) {
        assertEquals(new Decided(right, ClockQuality.STREET), ledger().time());
        assertFalse(core.services().clockInDoubt().getAsBoolean(), "the hour on the home screen");
        var today = core.features().activities().today();
        assertFalse(today.isClockInDoubt());
        assertEquals(
                List.of(MORNING),
                today.list().stream().map(ActivityToday::activity).toList());
        assertEquals(ActivityToday.Phase.OPEN, today.list().getFirst().phase());
        assertEquals(MORNING, checkedIn(IN_FIRST).activity());
        assertTrue(number() > 1, "the numbers of the day go on");
        assertEquals(WALL, wall());
        assertInstanceOf(Unlock.Unlocked.class, unlock());
        nothingIsForgotten();
    }

    @Test
    void atMidnightTheEveningIsStillOpenAndNumbersBeginAnew() throws Exception {
        var ends = at("23:30").plus(Duration.ofHours(1));
        var night = new Activity(
                new ActivityId("night"),
                ActivityType.THEME_DAY,
                FIRST_BRANCH,
                "主题党日",
                "活动室",
                DAY,
                at("23:30"),
                ends,
                CheckInWindow.around(at("23:30"), ends));
        clock.set(at("23:40"));
        open(night);
        ledger().heardStreet(at("23:40"));

        clock.pass(Duration.ofMinutes(21));

        assertEquals(DAY.plusDays(1), LocalDate.ofInstant(ledger().now(), ZONE));
        assertEquals(night, checkedIn(IN_FIRST).activity(), "until it ends");
        assertEquals(1, core.features().activities().today().list().size());
        assertEquals(1, number());
        clock.pass(Duration.ofMinutes(30));
        assertEquals(0, core.features().activities().today().list().size());
        assertInstanceOf(CheckInOutcome.NoActivityToday.class, tap(IN_GROUP));
    }

    private Ledger ledger() {
        return (Ledger) core.features().staff().sources().ledger();
    }

    private CheckInOutcome tap(Member member) {
        var card = new Credential.Card(MadeUpStreet.card(member), CardKind.RESIDENT_CHIP);
        return core.features().checkIn().desk().present(card).join();
    }

    private CheckInOutcome.CheckedIn checkedIn(Member member) {
        return assertInstanceOf(CheckInOutcome.CheckedIn.class, tap(member));
    }

    private int number() {
        var taken = feature(QueueFeature.class)
                .services()
                .desk()
                .take(QueueStreet.CARE.id(), false)
                .join();
        return assertInstanceOf(TakeOutcome.Taken.class, taken)
                .slip()
                .ticket()
                .number()
                .ordinal();
    }

    private List<String> wall() {
        return feature(WallFeature.class).service().today().hanging().stream()
                .map(each -> each.piece().text().title())
                .toList();
    }

    private Unlock unlock() {
        return core.features().staff().desk().unlock("S-1", "246810").join();
    }

    private <F extends Feature> F feature(Class<F> kind) {
        return core.features().all().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }
}
