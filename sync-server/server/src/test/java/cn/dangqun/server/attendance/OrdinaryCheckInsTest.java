package cn.dangqun.server.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.FreezeCause;
import cn.dangqun.domain.attendance.RollEntry;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.TestClock;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.MigratedFile;
import cn.dangqun.server.ledger.Ledger;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Scope;
import cn.dangqun.server.web.SharedViews;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Check-ins that come together are written at once; deriving everything anew reads them one by one. Both come to the
/// same, whoever came twice, at two kiosks, to two activities, late, as a guest, or was taken back. Whoever has
/// 今日活动 open sees after each push what they would see who open it then.
@Timeout(60)
class OrdinaryCheckInsTest {
    private static final Instant NINE = Instant.parse("2026-11-10T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    private static final int PEOPLE = 8;
    private static final int ACTIVITIES = 4;
    private static final OrganizationId BRANCH = new OrganizationId("b-1");

    @TempDir
    Path directory;

    private final Random random = new Random();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void comeToTheSameTogetherAndOneByOne(long seed) {
        random.setSeed(seed);
        try (var database = MigratedFile.open(directory.resolve("street.db"))) {
            var ledger = new Ledger(
                    database, new TestClock(), List.of(new AttendanceProjection((_, _, card) -> card.hex())));
            var board = new Boards(database);
            var kiosks = List.of(new TestLedger(new KioskId("kiosk-1")), new TestLedger(new KioskId("kiosk-2")));
            for (int push = 0; push < 12; push++) {
                var kiosk = kiosks.get(random.nextInt(kiosks.size()));
                long first = kiosk.size() + 1;
                IntStream.rangeClosed(0, random.nextInt(30)).forEach(each -> record(kiosk));
                ledger.append(kiosk.kiosk(), TestLedger.EPOCH, kiosk.push(first, kiosk.size()))
                        .orElseThrow()
                        .join();
                board.areTheSame();
            }
            var together = state(database);
            assertFalse(together.isEmpty());

            ledger.rebuild();

            assertEquals(String.join("\n", together), String.join("\n", state(database)));
        }
    }

    /// 今日活动 as somebody sees it who has it open, and as it is when it is opened.
    private static final class Boards {
        private final Database database;
        private final TodayReader reader;
        private final LiveDay open;

        Boards(Database database) {
            this.database = database;
            new ReferenceLedger(database, new TestClock())
                    .publish(Stream.concat(
                                    Stream.of(
                                            organization(
                                                    "street", Optional.empty(), OrganizationLevel.STREET_COMMITTEE),
                                            organization("c-1", Optional.of("street"), OrganizationLevel.COMMITTEE),
                                            organization(BRANCH.value(), Optional.of("c-1"), OrganizationLevel.BRANCH)),
                                    IntStream.range(0, ACTIVITIES).mapToObj(Boards::activity))
                            .toList());
            var shared = new SharedViews();
            database.writer().onCommit(shared);
            var times = new Times(new TestClock(), ZoneId.of("Asia/Shanghai"), new Texts());
            reader = new TodayReader(new StreetRoster(), times);
            open = new LiveDay(reader, database, shared);
        }

        private static ReferenceItem organization(String id, Optional<String> parent, OrganizationLevel level) {
            return new ReferenceItem.OrganizationItem(new Organization(
                    new OrganizationId(id),
                    parent.map(OrganizationId::new),
                    level,
                    OrganizationClass.COMMUNITY,
                    "样例" + id));
        }

        private static ReferenceItem activity(int number) {
            return new ReferenceItem.ActivityItem(new Activity(
                    new ActivityId("a-" + number),
                    ActivityType.THEME_DAY,
                    BRANCH,
                    "样例活动" + number,
                    "党员活动室",
                    DAY,
                    NINE,
                    NINE.plusSeconds(36_000),
                    CheckInWindow.around(NINE, NINE.plusSeconds(36_000))));
        }

        /// Once those who look have been told of the push: that comes after whoever pushed it knows.
        void areTheSame() {
            database.write((handle, changes) -> Optional.empty());
            var scope = Scope.wholeStreet();
            var read = database.read(handle -> reader.heldOn(handle, scope, DAY, Optional.empty()));
            assertEquals(ACTIVITIES, read.size());
            assertEquals(read, open.read(scope, DAY, Optional.empty()).counts());
        }
    }

    private void record(TestLedger kiosk) {
        var activity = new ActivityId("a-" + random.nextInt(ACTIVITIES));
        var at = NINE.plusSeconds(random.nextInt(36_000));
        switch (random.nextInt(12)) {
            case 0 -> kiosk.add(frozen(activity), at);
            case 1 ->
                kiosk.add(
                        new AttendanceFact.CheckInVoided(
                                activity,
                                1 + random.nextInt((int) kiosk.size() + 1),
                                AttendanceFact.VoidReason.STAFF_CORRECTION),
                        at);
            case 2 -> kiosk.add(checkIn(activity, AttendanceRole.OBSERVER, Optional.empty()), at);
            default -> kiosk.add(checkIn(activity, AttendanceRole.MEMBER, Optional.of(BRANCH)), at);
        }
    }

    private AttendanceFact checkIn(ActivityId activity, AttendanceRole role, Optional<OrganizationId> roll) {
        return new AttendanceFact.CheckedIn(
                activity,
                member(random.nextInt(PEOPLE)),
                role,
                random.nextBoolean() ? CheckInMethod.CARD : CheckInMethod.QR,
                random.nextBoolean(),
                roll,
                random.nextInt(4) == 0);
    }

    private static MemberId member(int number) {
        return new MemberId("M-" + number);
    }

    /// Some of the people stand on the roll, and some do not.
    private AttendanceFact frozen(ActivityId activity) {
        var entries = IntStream.range(0, 1 + random.nextInt(PEOPLE - 1))
                .mapToObj(number -> new RollEntry(member(number), number % 2 == 0, Optional.empty()))
                .toList();
        return new AttendanceFact.RollFrozen(
                new RollSnapshot(activity, BRANCH, DAY, entries), FreezeCause.FIRST_TAP, 1);
    }

    /// Overlaps are noted when they might be and looked at when somebody asks: those that are.
    private static final String OVERLAPS = "(SELECT v.* FROM attendance_overlap v"
            + " JOIN attendance a ON a.street = 1 AND a.activity = v.activity AND a.member = v.member AND a.counted = 1"
            + " JOIN attendance b ON b.street = 1 AND b.activity = v.other AND b.member = v.member AND b.counted = 1"
            + " WHERE v.street = 1 AND b.at BETWEEN a.at - 21600000 AND a.at + 21600000)";

    private static List<String> state(Database database) {
        return Stream.of("attendance", "attendance_line", OVERLAPS, "roll_freezing", "fact_quarantine")
                .flatMap(table -> database
                        .read(handle -> handle.createQuery("SELECT * FROM " + table + " WHERE street = 1")
                                .mapToMap()
                                .list())
                        .stream()
                        .map(row -> table + " " + row)
                        .sorted())
                .toList();
    }
}
