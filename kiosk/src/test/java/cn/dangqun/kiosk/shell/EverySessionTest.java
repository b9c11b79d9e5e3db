package cn.dangqun.kiosk.shell;

import static cn.dangqun.kiosk.reference.MadeUpStreet.DAY;
import static cn.dangqun.kiosk.reference.MadeUpStreet.FIRST_BRANCH;
import static cn.dangqun.kiosk.reference.MadeUpStreet.GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.IN_GROUP;
import static cn.dangqun.kiosk.reference.MadeUpStreet.ZONE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each kind of session from its opening to its closing by a finger on the real screens over a real disk, without a
/// street and from a cold start: planned ones, and those that nobody planned. The power goes once in between.
class EverySessionTest {
    private static final ActivityId PLANNED = new ActivityId("planned");

    @TempDir
    Path folder;

    private final SteppedClock clock = new SteppedClock(at("09:05"));
    private KioskOnDisk kiosk;

    private static Instant at(String time) {
        return DAY.atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }

    @AfterEach
    void close() {
        kiosk.close();
    }

    private static List<ReferenceItem> street(Activity... planned) {
        var items = new ArrayList<>(MadeUpStreet.items(planned));
        items.add(new ReferenceItem.CommitteeSeatItem(new CommitteeSeat(
                "seat-1",
                FIRST_BRANCH,
                IN_GROUP.id(),
                CommitteePost.SECRETARY,
                false,
                Optional.empty(),
                DAY.minusYears(1),
                Optional.empty())));
        return items;
    }

    private static OrganizationId holder(ActivityType type) {
        return type == ActivityType.GROUP_MEETING ? GROUP : FIRST_BRANCH;
    }

    private static Activity planned(ActivityType type) {
        var from = at("09:00");
        var to = at("11:00");
        var invited = type == ActivityType.TRAINING ? List.of(IN_GROUP.id()) : List.<MemberId>of();
        return new Activity(
                PLANNED,
                type,
                holder(type),
                "样例会议",
                "会议室",
                DAY,
                from,
                to,
                CheckInWindow.around(from, to),
                List.of(),
                invited,
                Set.of());
    }

    /// Whoever comes is recorded; there is no roll that somebody would open.
    @ParameterizedTest
    @EnumSource(
            value = ActivityType.class,
            names = {"CONSULTATION", "JOINT_MEETING", "VOLUNTEER", "OATH"})
    void recordsWhoComes(ActivityType type) throws Exception {
        kiosk = KioskOnDisk.begin(folder.resolve("data"), clock, street(planned(type)));

        kiosk.present(IN_GROUP);
        kiosk.sees("签到成功");

        powerCut();
        assertEquals(1, count(AttendanceFact.CheckedIn.class));
        kiosk.present(IN_GROUP);
        kiosk.sees("已签到");
        assertEquals(1, count(AttendanceFact.CheckedIn.class));
    }

    @ParameterizedTest
    @EnumSource(
            value = ActivityType.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CONSULTATION", "JOINT_MEETING", "VOLUNTEER", "OATH"})
    void isHeldAsPlanned(ActivityType type) throws Exception {
        var planned = planned(type);
        kiosk = KioskOnDisk.begin(folder.resolve("data"), clock, street(planned));
        kiosk.go("roll");
        kiosk.tap("#activity-" + PLANNED);
        kiosk.tap("#roll-begin");
        kiosk.sees("已打开");

        holds(planned.asksSignature());
    }

    @ParameterizedTest
    @EnumSource(
            value = ActivityType.class,
            names = {
                "THEME_DAY",
                "MEMBER_MEETING",
                "COMMITTEE_MEETING",
                "GROUP_MEETING",
                "PARTY_LECTURE",
                "ORG_LIFE_MEETING",
                "DEMOCRATIC_REVIEW"
            })
    void isHeldWithoutAPlan(ActivityType type) throws Exception {
        kiosk = KioskOnDisk.begin(folder.resolve("data"), clock, street());
        kiosk.go("roll");
        kiosk.tap("#roll-new");
        kiosk.tap("#type-" + type);
        kiosk.tap("#organizer-" + holder(type).value());
        kiosk.until("#roll-paper");

        holds(planned(type).asksSignature());
    }

    private void holds(boolean signed) throws Exception {
        kiosk.present(IN_GROUP);
        if (signed) {
            kiosk.sees("已报到，请签名");
            kiosk.draw("#signature");
            kiosk.tap("#sign-done");
        }
        kiosk.sees("签到成功");
        powerCut();
        assertEquals(1, count(AttendanceFact.CheckedIn.class));
        assertEquals(signed ? 1 : 0, count(AttendanceFact.Signed.class));

        kiosk.go("meeting");
        kiosk.tap("#session-" + session());
        kiosk.tap("#meeting-end");
        kiosk.tap("#meeting-close");
        kiosk.until("#meeting-reopen");

        powerCut();
        assertEquals(1, count(SessionFact.Closed.class));
        kiosk.go("roll");
        kiosk.tap("#activity-" + session());
        kiosk.sees("实到 1");
    }

    private ActivityId session() throws Exception {
        return kiosk.facts().stream()
                .map(RecordedFact::fact)
                .filter(AttendanceFact.CheckedIn.class::isInstance)
                .map(each -> ((AttendanceFact.CheckedIn) each).activity())
                .findFirst()
                .orElseThrow();
    }

    /// Everything that is not on the disk is gone, and the kiosk starts on what is.
    private void powerCut() throws Exception {
        var next = folder.resolve("after-" + clock.instant().toEpochMilli());
        var before = kiosk;
        before.copyAsItStands(next);
        before.close();
        clock.boot("boot-" + next.getFileName(), clock.instant().plusSeconds(60));
        kiosk = KioskOnDisk.startAgain(next, clock);
    }

    private long count(Class<?> kind) throws Exception {
        return kiosk.facts().stream()
                .map(RecordedFact::fact)
                .filter(kind::isInstance)
                .count();
    }
}
