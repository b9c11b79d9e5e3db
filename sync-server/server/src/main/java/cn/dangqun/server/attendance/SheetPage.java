package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Puts one activity, person by person, into words. Names are masked unless the viewer asked for them and may.
final class SheetPage {
    private final AttendanceWords words;
    private final Times times;
    private final Texts texts;
    private final TodayPage board;

    SheetPage(AttendanceWords words, Times times, TodayPage board) {
        this.words = words;
        this.times = times;
        this.texts = words.texts();
        this.board = board;
    }

    static String address(ActivityId id) {
        return "/activities/" + id;
    }

    /// `mayAskForNames` decides whether the page offers them, `fullNames` whether it shows them.
    record Viewing(boolean mayAskForNames, boolean fullNames, boolean mayKeepMinutes) {
        /// For an export: masked, and nothing to press.
        static final Viewing OF_NOBODY = new Viewing(false, false, false);
    }

    SheetModel write(AttendanceSheet sheet, Viewing viewing) {
        boolean mayAskForNames = viewing.mayAskForNames;
        boolean fullNames = viewing.fullNames;
        var activity = sheet.count().activity();
        var names = new SheetNames(sheet.roll(), sheet.others(), fullNames, texts);
        return new SheetModel(
                board.row(sheet.count()),
                times.day(activity.heldOn()),
                "/activities" + (activity.heldOn().equals(times.today()) ? "" : "?date=" + activity.heldOn()),
                "/live" + address(activity.id()) + (fullNames ? "?names=full" : ""),
                fullNames,
                mayAskForNames ? address(activity.id()) + (fullNames ? "" : "?names=full") : "",
                viewing.mayKeepMinutes,
                sheet.count().uploads().isCompleteFor(activity.window()),
                people(sheet.roll().present(), names),
                groups(sheet.roll(), names),
                people(sheet.roll().missing(), names),
                people(sheet.others(), names),
                sheet.guests().stream().map(this::guest).toList(),
                sheet.heads().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new SheetModel.Heads(words.guest(each.getKey()), each.getValue()))
                        .toList());
    }

    private List<SheetModel.Group> groups(AttendanceSheet.Roll roll, SheetNames names) {
        return Stream.of(
                        group("attendance.sheet.unsigned", "unsigned", roll.unsigned(), names),
                        group("attendance.sheet.leave", "leave", roll.onLeave(), names),
                        group("attendance.sheet.exempt", "exempt", roll.exempt(), names))
                .filter(each -> !each.people().isEmpty())
                .toList();
    }

    private SheetModel.Group group(String name, String state, List<AttendanceSheet.Person> people, SheetNames names) {
        return new SheetModel.Group(texts.get(name), state, people(people, names));
    }

    private List<SheetModel.Person> people(List<AttendanceSheet.Person> people, SheetNames names) {
        return people.stream().map(each -> person(each, names)).toList();
    }

    private SheetModel.Person person(AttendanceSheet.Person person, SheetNames names) {
        return new SheetModel.Person(
                names.of(person),
                names.apart(person),
                person.branchName(),
                person.counted().map(AttendanceSheet.Tap::role).map(words::role).orElse(""),
                taps(person.taps(), names.inFull()),
                person.notes().stream()
                        .map(each -> words.note(each, times, names.inFull()))
                        .toList());
    }

    private List<SheetModel.Tap> taps(List<AttendanceSheet.Tap> taps, boolean fullNames) {
        var sorted = taps.stream()
                .sorted(Comparator.comparing(tap -> !tap.counted()))
                .toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(i -> tap(sorted.get(i), i == 0, fullNames))
                .toList();
    }

    private SheetModel.Tap tap(AttendanceSheet.Tap tap, boolean first, boolean fullNames) {
        return new SheetModel.Tap(
                first,
                times.precise(tap.at()),
                words.method(tap),
                tap.ruled().recognised() ? texts.get("attendance.ruled.street") : tap.kioskName(),
                tap.late(),
                tap.voided() && !tap.ruled().setAside(),
                tap.ruled().setAside(),
                !tap.voided() && !tap.counted() && !tap.awaiting(),
                tap.doubtful(),
                tap.awaiting() && !tap.voided(),
                fullNames ? tap.by().map(words::handled).orElse("") : "",
                ruled(tap.ruled()));
    }

    private List<String> ruled(AttendanceSheet.Ruled ruled) {
        var said = new ArrayList<String>();
        if (ruled.setAside()) {
            said.add(texts.get("attendance.ruled.setAside"));
        }
        if (ruled.afterLock()) {
            said.add(texts.get("attendance.ruled.afterLock"));
        }
        if (ruled.recognised()) {
            said.add(texts.get("attendance.ruled.recognised"));
        }
        return said;
    }

    private SheetModel.Guest guest(AttendanceSheet.Guest guest) {
        return new SheetModel.Guest(
                words.guest(guest.kind()),
                times.precise(guest.at()),
                guest.kioskName(),
                guest.voided(),
                !guest.voided() && !guest.counted());
    }
}
