package cn.dangqun.acceptance.roll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.fact.SessionFact.BallotForm;
import cn.dangqun.domain.fact.SessionFact.Votes;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.session.BallotRule;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.meeting.MeetingAct;
import cn.dangqun.kiosk.roll.RollAct;
import cn.dangqun.papers.Papers;
import cn.dangqun.sheets.Sheet;
import cn.dangqun.sheets.SheetLimits;
import cn.dangqun.sheets.SheetRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Members' meetings run at random: whatever is announced or voted is what a plain count of the room says, and
/// the street's page, its exported tables and the printed papers say the same. `-Dproof.sessions=30` does it
/// with that many days of ten meetings each.
@Tag("proof")
class SessionsTest {
    private static final int MEETINGS = 10;
    private static final int STEPS = 30;
    /// On the roll of the first branch; the fourth is probationary and has no vote.
    private static final Set<Integer> ROLL = Set.of(1, 2, 3, 4, 5, 7, 8);

    private static final int VOTERS = 6;
    private static final Set<String> HERE = Set.of("实到", "迟到", "补录");

    static Stream<Long> seeds() {
        return LongStream.rangeClosed(1, Long.getLong("proof.sessions", 1)).boxed();
    }

    /// What the test itself knows of one meeting.
    private static final class Room {
        private final ActivityId id;
        private final Set<Integer> present = new TreeSet<>();
        private final Set<Integer> away = new TreeSet<>();
        private final List<MeetingCount> declared = new ArrayList<>();
        private final List<String> ballots = new ArrayList<>();
        private final Map<Integer, String> standing = new TreeMap<>();
        private boolean observed;
        private int guests;
        private int items;
        private boolean closed;

        private Room(ActivityId id) {
            this.id = id;
        }

        private MeetingCount count() {
            int voters = (int) present.stream()
                    .filter(each -> each != 4 && !away.contains(each))
                    .count();
            return new MeetingCount(ROLL.size(), ROLL.size(), present.size(), VOTERS, voters);
        }

        private int others() {
            return guests + (observed ? 1 : 0);
        }

        private boolean isAnnounced() {
            return !declared.isEmpty() && declared.getLast().equals(count());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theRoomTheKioskAndThePageSayTheSame(long seed, @TempDir Path folder) throws Exception {
        try (var centre = new Centre(folder, 1)) {
            var random = new Random(seed);
            var kiosk = centre.kiosks.getFirst();
            var rooms = new ArrayList<Room>();
            for (int i = 0; i < MEETINGS; i++) {
                rooms.add(new Room(new ActivityId("meeting-" + i)));
            }
            centre.street.reference().publish(items(rooms));
            kiosk.fetch();
            for (int step = 0; step < STEPS * MEETINGS; step++) {
                centre.clock.turnTo(OneDay.at(8, 0).plusSeconds(20L * step));
                step(kiosk, rooms.get(random.nextInt(MEETINGS)), random);
                if (random.nextInt(40) == 0) {
                    kiosk.push();
                }
            }
            centre.meet();
            for (var room : rooms) {
                assertEquals(room.count(), kiosk.session(room.id).count());
                assertEquals(room.others(), kiosk.others(room.id), "guests at the kiosk");
                assertPage(centre, room);
            }
            var papers = Papers.withDebiansFont();
            for (var room : rooms) {
                if (!room.declared.isEmpty()) {
                    assertPaper(kiosk, room, papers, folder);
                }
            }
            // once everything has arrived that could
            centre.clock.turnTo(OneDay.at(12, 30));
            centre.meet();
            assertWorkbook(centre, rooms, folder);
        }
    }

    /// The workbook has the sums over all meetings of the day: these, and one of the day's own to which nobody came.
    private static void assertWorkbook(Centre centre, List<Room> rooms, Path folder) throws Exception {
        var file = folder.resolve("turnout.xlsx");
        centre.console.download(
                "/attendance/export?type=MEMBER_MEETING&since=" + OneDay.DAY + "&until=" + OneDay.DAY, file);
        var rows = new ArrayList<SheetRow>();
        Sheet.read(file, SheetLimits.ROSTER, rows::add);
        var figures = rows.getLast().cells();
        assertEquals(2, rows.size(), () -> "one organisation in " + rows);
        assertEquals(
                List.of(
                        Integer.toString(MEETINGS + 1),
                        Integer.toString((MEETINGS + 1) * ROLL.size()),
                        Integer.toString(rooms.stream()
                                .mapToInt(each -> each.present.size())
                                .sum())),
                figures.subList(1, 4),
                "the workbook says " + rows.getFirst().cells() + figures);
    }

    /// What was announced last, and of every item the ballot that stands.
    private static void assertPaper(CarriedKiosk kiosk, Room room, Papers papers, Path folder) throws Exception {
        var sheets = kiosk.papers(room.id).sheets();
        var announced = PrintedPaper.of(sheets.getFirst(), papers, folder).text();
        var count = room.declared.getLast();
        for (var line : List.of(
                "党员总数\\s+" + count.total(),
                "应到\\s+" + count.due() + "\\s+其中有表决权的 " + count.votingDue() + " 名",
                "实到\\s+" + count.present() + "\\s+在场有表决权的 " + count.votingPresent() + " 名",
                "缺席\\s+" + count.absent())) {
            assertTrue(Pattern.compile(line).matcher(announced).find(), () -> line + " in " + announced);
        }
        var printed = new TreeMap<Integer, String>();
        if (!room.standing.isEmpty()) {
            var rows = Pattern.compile("议题(\\d+)\\s+(\\d+)\\s+(\\d+)\\s+(\\d+)")
                    .matcher(PrintedPaper.of(sheets.get(1), papers, folder).text());
            while (rows.find()) {
                printed.put(Integer.valueOf(rows.group(1)), rows.group(2) + " " + rows.group(3) + " " + rows.group(4));
            }
        }
        assertEquals(room.standing, printed, "printed ballots of " + room.id);
    }

    private static List<ReferenceItem> items(List<Room> rooms) {
        var items = new ArrayList<ReferenceItem>();
        items.add(new ReferenceItem.CommitteeSeatItem(new CommitteeSeat(
                "seat-1",
                OneDay.FIRST,
                OneDay.id(1),
                CommitteePost.SECRETARY,
                false,
                Optional.empty(),
                OneDay.DAY.minusYears(1),
                Optional.empty())));
        for (var room : rooms) {
            items.add(new ReferenceItem.ActivityItem(new Activity(
                    room.id,
                    ActivityType.MEMBER_MEETING,
                    OneDay.FIRST,
                    "支部党员大会",
                    "会议室",
                    OneDay.DAY,
                    OneDay.at(9, 0),
                    OneDay.at(11, 0),
                    new CheckInWindow(OneDay.at(7, 0), OneDay.at(9, 10), OneDay.at(11, 0)))));
        }
        return items;
    }

    private static void step(CarriedKiosk kiosk, Room room, Random random) {
        int person = 1 + random.nextInt(8);
        switch (random.nextInt(13)) {
            case 0, 1, 2, 3 -> {
                // who comes to what is closed is received elsewhere, and who is on no roll is 列席
                room.observed |= !room.closed && !ROLL.contains(person);
                if (!room.closed
                        && kiosk.tap(person, room.id, random.nextInt(4) > 0).isPresent()) {
                    assertTrue(ROLL.contains(person), "nobody is received who cannot be");
                    room.present.add(person);
                }
            }
            case 4 -> paper(kiosk, room, person);
            case 5 ->
                kiosk.staff(
                        room.id,
                        new RollAct.GrantLeave(OneDay.id(person), LeaveKind.SICK, "试验书记"),
                        StaffRole.BRANCH_SECRETARY);
            case 6 -> correct(kiosk, room, person);
            case 7, 8 -> declare(kiosk, room);
            case 9 -> item(kiosk, room);
            case 10 -> vote(kiosk, room, random);
            case 11 -> guest(kiosk, room);
            default -> stepOutOrEnd(kiosk, room, person, random);
        }
    }

    private static void guest(CarriedKiosk kiosk, Room room) {
        boolean expected = !room.closed;
        assertEquals(expected, kiosk.guestByName(room.id));
        room.guests += expected ? 1 : 0;
    }

    private static void paper(CarriedKiosk kiosk, Room room, int person) {
        if (kiosk.staff(room.id, new RollAct.Paper(List.of(OneDay.id(person))), StaffRole.DUTY_STAFF)) {
            room.present.add(person);
        }
    }

    private static void correct(CarriedKiosk kiosk, Room room, int person) {
        if (kiosk.staff(room.id, new RollAct.Correct(OneDay.id(person), "登记错人"), StaffRole.DUTY_STAFF)) {
            room.present.remove(person);
        }
    }

    private static void declare(CarriedKiosk kiosk, Room room) {
        boolean expected = !room.closed && room.present.contains(1);
        assertEquals(
                expected,
                kiosk.session(room.id, new MeetingAct.Declare(OneDay.id(1), room.count())),
                () -> room.present + " " + kiosk.session(room.id));
        if (expected) {
            room.declared.add(room.count());
        }
    }

    private static void item(CarriedKiosk kiosk, Room room) {
        int number = room.items + 1;
        boolean done = kiosk.session(
                room.id, new MeetingAct.SetItem(number, AgendaKind.RESOLUTION, "议题" + number, Optional.empty()));
        assertEquals(!room.closed, done);
        if (done) {
            room.items = number;
        }
    }

    private static void vote(CarriedKiosk kiosk, Room room, Random random) {
        int yes = random.nextInt(7);
        int no = random.nextInt(3);
        var cast = new BallotRule.Cast(
                BallotForm.SHOW_OF_HANDS, 0, 0, 0, List.of(new Votes("议题" + room.items, yes, no, 0, 0)));
        boolean expected = !room.closed
                && room.items > 0
                && room.isAnnounced()
                && 2 * room.count().votingPresent() > VOTERS
                && yes + no > 0
                && yes + no <= room.count().votingPresent();
        assertEquals(expected, kiosk.session(room.id, new MeetingAct.Vote(Math.max(1, room.items), cast)));
        if (expected) {
            room.standing.put(room.items, yes + " " + no + " 0");
            room.ballots.add("赞成 " + yes + " 票，反对 " + no + " 票，弃权 0 票 " + (2 * yes > VOTERS ? "通过" : "未通过"));
        }
    }

    private static void stepOutOrEnd(CarriedKiosk kiosk, Room room, int person, Random random) {
        if (room.closed) {
            room.closed = !kiosk.session(room.id, new MeetingAct.Reopen("点错了"));
        } else if (random.nextInt(4) == 0) {
            room.closed = kiosk.session(room.id, new MeetingAct.Close());
        } else {
            boolean out = !room.away.contains(person);
            assertTrue(kiosk.session(room.id, new MeetingAct.StepOut(OneDay.id(person), out)));
            if (out) {
                room.away.add(person);
            } else {
                room.away.remove(person);
            }
        }
    }

    private static void assertPage(Centre centre, Room room) throws Exception {
        var figures = centre.console.figures(room.id.value());
        assertEquals(room.present.size(), figures.present(), "present at " + room.id);
        assertEquals(ROLL.size(), figures.due());
        var guests =
                Pattern.compile("<dt>列席来宾</dt><dd>(\\d+)</dd>").matcher(centre.console.get("/activities/" + room.id));
        assertTrue(guests.find());
        assertEquals(Integer.toString(room.others()), guests.group(1), "guests at " + room.id);
        assertEquals(figures, centre.console.exported(room.id.value()), "the table of " + room.id);
        var states = centre.console.exportedStates(room.id.value());
        assertEquals(ROLL.size(), states.size(), "members in the table of " + room.id);
        assertEquals(
                room.present.size(),
                states.stream().filter(HERE::contains).count(),
                () -> "present in the table of " + room.id + ": " + states);

        var page = centre.console.get("/activities/" + room.id + "/session").replaceAll("\\s+", " ");
        var shown = new ArrayList<String>();
        var rows = Pattern.compile("data-declared=\"[^\"]*\">.*?</tr>").matcher(page);
        while (rows.find()) {
            var cells = Pattern.compile("<td class=\"number\">(\\d+)</td>").matcher(rows.group());
            var line = new StringBuilder();
            while (cells.find()) {
                line.append(cells.group(1)).append(' ');
            }
            var voters = Pattern.compile("应到 (\\d+)，在场 (\\d+)").matcher(rows.group());
            assertTrue(voters.find());
            shown.add(line + voters.group(1) + " " + voters.group(2));
        }
        assertEquals(
                room.declared.stream()
                        .map(each -> each.total() + " " + each.due() + " " + each.present() + " " + each.absent() + " "
                                + each.votingDue() + " " + each.votingPresent())
                        .toList(),
                shown);
        assertEquals(room.ballots, ballots(page), "ballots of " + room.id);
    }

    /// As they stand on the page, those that were corrected too.
    private static List<String> ballots(String page) {
        var ballots = new ArrayList<String>();
        var items = Pattern.compile("data-item=.*?</tr>").matcher(page);
        while (items.find()) {
            var item = items.group();
            var standing = Pattern.compile("<td>(通过|未通过|未表决)</td>").matcher(item);
            assertTrue(standing.find());
            var each = Pattern.compile("<br>(赞成[^<]*票)(?:[^<]*<br><small>先前的记录：(\\S+)</small>)?")
                    .matcher(item);
            while (each.find()) {
                ballots.add(each.group(1).strip() + " "
                        + Optional.ofNullable(each.group(2)).orElse(standing.group(1)));
            }
        }
        return ballots;
    }
}
