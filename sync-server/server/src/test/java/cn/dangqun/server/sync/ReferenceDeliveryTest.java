package cn.dangqun.server.sync;

import static cn.dangqun.server.TestStreet.activity;
import static cn.dangqun.server.TestStreet.member;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.protocol.ReferenceCodec;
import cn.dangqun.protocol.ReferencePages;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.protocol.wire.Heartbeat;
import cn.dangqun.protocol.wire.Hello;
import cn.dangqun.protocol.wire.ReferencePage;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.Await;
import cn.dangqun.server.NoLeaks;
import cn.dangqun.server.TestKiosk;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.TestLine;
import cn.dangqun.server.TestStreet;
import cn.dangqun.server.TestWall;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(NoLeaks.class)
@Tag("real-time")
class ReferenceDeliveryTest {
    @TempDir
    Path directory;

    private TestStreet street;
    private TestKiosk kiosk;

    @BeforeEach
    void startStreet() throws Exception {
        street = new TestStreet(directory).withTwoCommunities();
        kiosk = street.enrol("kiosk-1", "site-1");
    }

    @AfterEach
    void stopStreet() {
        street.close();
    }

    @Test
    void sendsANewKioskASnapshotAndNotesThatItIsApplied() throws Exception {
        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH).build());
            var welcome = line.welcome();

            var page = line.page();

            ReferencePages.verify(page);
            assertTrue(page.getSnapshotStart());
            assertEquals(0, page.getAfter());
            assertEquals(welcome.getReferenceNewest(), page.getThrough());
            assertEquals(6, page.getChangesCount(), "five organisations and its own site");
            line.applied(page.getThrough());
            Await.until("it is noted", () -> applied() == page.getThrough());
        }
    }

    @Test
    void sendsWhatIsPublishedAtOnceAndOnlyWhereItBelongs() throws Exception {
        var other = street.enrol("kiosk-2", "site-2");
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH);
                var otherLine = other.connectAndGreet(TestLedger.EPOCH)) {
            line.applied(line.page().getThrough());
            otherLine.applied(otherLine.page().getThrough());

            street.server().reference().publish(List.of(member("M-1", "c1-b1")));

            var page = line.page();
            assertFalse(page.getSnapshotStart());
            assertEquals(List.of("M-1"), ids(page));
            assertTrue(otherLine.isSilentFor(Duration.ofMillis(300)));
        }
    }

    @Test
    void sendsTheNextPageOnlyAfterTheLastIsStored() throws Exception {
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            var first = line.page();
            street.server().reference().publish(List.of(activity("day-1", "c1-b1")));
            street.server().reference().publish(List.of(activity("day-2", "c1-b1")));
            assertTrue(line.isSilentFor(Duration.ofMillis(300)));

            line.applied(first.getThrough());

            var second = line.page();
            assertEquals(first.getThrough(), second.getAfter());
            assertEquals(List.of("day-1", "day-2"), ids(second));
        }
    }

    @Test
    void goesOnWhereAReturningKioskStands() throws Exception {
        long through;
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            through = line.page().getThrough();
            line.applied(through);
            Await.until("it is noted", () -> applied() == through);
        }
        street.server().reference().publish(List.of(member("M-1", "c1-b1")));

        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH)
                    .setReferenceApplied(through)
                    .build());
            line.welcome();

            var page = line.page();
            assertFalse(page.getSnapshotStart());
            assertEquals(through, page.getAfter());
            assertEquals(List.of("M-1"), ids(page));
        }
    }

    @Test
    void tellsOfAVisitingBranchWithTheFirstHeartbeatOfItsDayAndAgainNotAfterALostLine() throws Exception {
        var reference = street.server().reference();
        reference.publish(
                List.of(member("M-2", "c2-b1"), joint(reference.today().plusDays(4))));
        long through;
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            var first = line.page();
            assertFalse(ids(first).contains("M-2"));
            line.applied(first.getThrough());

            street.clock.turn(Duration.ofDays(1));
            line.heartbeat(Heartbeat.getDefaultInstance());

            var page = page(line);
            assertFalse(page.getSnapshotStart());
            assertEquals(List.of("M-2"), ids(page));
            through = page.getThrough();
            line.applied(through);
            Await.until(
                    "it is noted",
                    () -> street.count("SELECT count(*) FROM kiosk WHERE reference_scopes LIKE '%people:c2-b1%'") == 1);
        }
        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH)
                    .setReferenceApplied(through)
                    .build());
            line.welcome();

            assertTrue(line.isSilentFor(Duration.ofMillis(300)));
        }
    }

    /// Behind whatever else is answered.
    private static ReferencePage page(TestLine line) {
        var frame = line.read();
        while (!frame.hasReferencePage()) {
            frame = line.read();
        }
        return frame.getReferencePage();
    }

    private static ReferenceItem joint(LocalDate day) {
        var starts = day.atTime(9, 0).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
        var ends = starts.plus(Duration.ofHours(2));
        return new ReferenceItem.ActivityItem(new Activity(
                new ActivityId("joint"),
                ActivityType.THEME_DAY,
                new OrganizationId("c1-b1"),
                "样例联合主题党日",
                "活动室",
                day,
                starts,
                ends,
                CheckInWindow.around(starts, ends),
                List.of(new OrganizationId("c2-b1")),
                List.of(),
                Set.of()));
    }

    @Test
    void sendsAMovedKioskAwayAndThenWhatItsNewCentreNeeds() throws Exception {
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            line.applied(line.page().getThrough());
            street.server()
                    .database()
                    .write((handle, changes) ->
                            handle.execute("UPDATE kiosk SET site = 'site-2' WHERE street = 1 AND id = 'kiosk-1'"));

            line.refusal(Refusal.Reason.BUSY);
        }

        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            var page = line.page();
            assertTrue(page.getSnapshotStart());
            assertTrue(ids(page).contains("site-2"));
            assertFalse(ids(page).contains("site-1"));
        }
    }

    @Test
    void startsAKioskOverThatNamesAnUnknownNumber() throws Exception {
        try (var line = kiosk.connect()) {
            line.send(
                    TestKiosk.hello(TestLedger.EPOCH).setReferenceApplied(12345).build());
            line.welcome();

            assertTrue(line.page().getSnapshotStart());
        }
    }

    /// Whatever hangs on the wall came with version 3.
    @Test
    void sendsAnOlderKioskNoKindItCannotRead() throws Exception {
        street.server().reference().publish(List.of(TestWall.slot(), TestWall.piece("v-1")));
        try (var line = kiosk.connect()) {
            line.send(older().build());
            line.welcome();
            var snapshot = line.page();
            assertEquals(6, snapshot.getChangesCount(), "five organisations and its own site");
            line.applied(snapshot.getThrough());

            street.server().reference().publish(List.of(TestWall.piece("v-2")));
            street.server().reference().remove(ReferenceKind.WALL_PIECE, "v-1");

            assertTrue(line.isSilentFor(Duration.ofMillis(300)));
            street.server().reference().publish(List.of(member("M-1", "c1-b1")));
            assertEquals(List.of("M-1"), ids(line.page()));
        }
    }

    @Test
    void startsAKioskOverWhoseSoftwareWasRenewed() throws Exception {
        street.server().reference().publish(List.of(TestWall.slot(), TestWall.piece("v-1")));
        var through = follow(older());

        try (var line = kiosk.connect()) {
            line.send(TestKiosk.hello(TestLedger.EPOCH)
                    .setReferenceApplied(through)
                    .build());
            line.welcome();

            var page = line.page();
            assertTrue(page.getSnapshotStart());
            assertTrue(ids(page).containsAll(List.of("room-rules", "v-1", "c1", "site-1")));
        }
    }

    /// While the former software ran, something may have been taken down that the newer one still holds.
    @Test
    void startsAKioskOverWhoseFormerSoftwareRanForAWhile() throws Exception {
        street.server().reference().publish(List.of(TestWall.slot(), TestWall.piece("v-1")));
        var newest = follow(TestKiosk.hello(TestLedger.EPOCH));
        var older = follow(older().setReferenceApplied(newest));
        street.server().reference().remove(ReferenceKind.WALL_PIECE, "v-1");

        try (var line = kiosk.connect()) {
            line.send(
                    TestKiosk.hello(TestLedger.EPOCH).setReferenceApplied(older).build());
            line.welcome();

            var page = line.page();
            assertTrue(page.getSnapshotStart());
            assertFalse(ids(page).contains("v-1"));
        }
    }

    private static Hello.Builder older() {
        return TestKiosk.hello(TestLedger.EPOCH).setProtocolNewest(2);
    }

    /// Connects, applies one page, and leaves once that is noted.
    private long follow(Hello.Builder hello) throws Exception {
        try (var line = kiosk.connect()) {
            line.send(hello.build());
            line.welcome();
            var page = line.page();
            assertTrue(page.getSnapshotStart());
            line.applied(page.getThrough());
            Await.until(
                    "it is noted",
                    () -> street.count("SELECT reference_protocol FROM kiosk WHERE id = 'kiosk-1'")
                                    == hello.getProtocolNewest()
                            && applied() == page.getThrough());
            return page.getThrough();
        }
    }

    @Test
    void refusesAnApplicationOfAPageItDidNotSend() throws Exception {
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            line.applied(line.page().getThrough() + 1);

            line.refusal(Refusal.Reason.UNEXPECTED);
        }
    }

    private long applied() {
        return street.count("SELECT reference_applied FROM kiosk WHERE id = 'kiosk-1'");
    }

    private static List<String> ids(ReferencePage page) {
        return page.getChangesList().stream()
                .map(bytes -> {
                    try {
                        return ReferenceCodec.decode(bytes.toByteArray()).id();
                    } catch (UnreadableException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }
}
