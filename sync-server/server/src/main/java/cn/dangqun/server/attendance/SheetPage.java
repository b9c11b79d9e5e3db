package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.time.YearMonth;
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

    /// `mayAskForNames` decides whether the page offers them.
    record Viewing(boolean mayAskForNames, boolean mayKeepMinutes, boolean mayReview, SheetCut cut) {}

    /// What stands at the head of a sheet, and whether those missing are missing for good.
    record Head(TodayModel.Row row, String day, boolean missingIsFinal) {}

    Head head(ActivityCount count) {
        var activity = count.activity();
        return new Head(
                board.row(count), times.day(activity.heldOn()), count.uploads().isCompleteFor(activity.window()));
    }

    SheetModel write(AttendanceSheet sheet, Viewing viewing) {
        var activity = sheet.count().activity();
        var roll = sheet.roll();
        var head = head(sheet.count());
        var part = new Part(sheet, viewing.cut).atAPageThatIs();
        var names = new SheetNames(roll, sheet.others(), viewing.cut.fullNames(), texts);
        var address = address(activity.id());
        var shown = new Shown(names, new Hands(texts, viewing.mayAskForNames, address));
        return new SheetModel(
                head.row,
                head.day,
                address,
                "/activities" + (activity.heldOn().equals(times.today()) ? "" : "?date=" + activity.heldOn()),
                part.cut.question().address("/live" + address),
                viewing.cut.fullNames(),
                viewing.mayAskForNames ? part.cut.withNames(!viewing.cut.fullNames(), address) : "",
                viewing.mayKeepMinutes,
                head.missingIsFinal,
                !sheet.frozen()
                        && !sheet.count().cancelled()
                        && sheet.count().tally().due() > 0,
                roll.missing().size(),
                part.cut.branches(everybody(sheet)),
                part.cut.search(),
                part.cut.orders(texts),
                people(part.cut, part.present, shown),
                groups(part, shown),
                people(part.cut, part.missing, shown),
                people(part.cut, part.others, shown),
                sheet.guests().stream()
                        .map(each -> guest(each, viewing, address))
                        .toList(),
                sheet.heads().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> new SheetModel.Heads(words.guest(each.getKey()), each.getValue()))
                        .toList(),
                papers(sheet.papers(), viewing.mayAskForNames, address),
                sheet.reviewed().stream().map(this::said).toList(),
                viewing.mayReview && activity.ends().isBefore(times.now())
                        ? "/review?kind=ACTIVITY&organization=" + activity.organization() + "&month="
                                + YearMonth.from(activity.heldOn())
                        : "",
                part.cut.pages(texts, address, part.lists()));
    }

    private String said(ActivityReview.Said said) {
        return texts.get(
                said.reviewed() ? "attendance.review.reviewed" : "attendance.review.returned",
                said.organization(),
                times.when(said.at()),
                said.login(),
                said.reason());
    }

    /// By branch, as the roll stands: who is present stands in the order of coming.
    private static Stream<AttendanceSheet.Person> everybody(AttendanceSheet sheet) {
        var roll = sheet.roll();
        return Stream.of(roll.missing(), roll.present(), roll.unsigned(), roll.onLeave(), roll.exempt(), sheet.others())
                .flatMap(List::stream);
    }

    /// How somebody is shown to who looks.
    private record Shown(SheetNames names, Hands hands) {}

    /// The lists of a sheet as far as they were asked for.
    private record Part(
            SheetCut cut,
            List<AttendanceSheet.Person> present,
            List<AttendanceSheet.Person> unsigned,
            List<AttendanceSheet.Person> onLeave,
            List<AttendanceSheet.Person> exempt,
            List<AttendanceSheet.Person> missing,
            List<AttendanceSheet.Person> others) {
        private Part(AttendanceSheet sheet, SheetCut asked) {
            this(
                    asked,
                    asked.found(sheet.roll().present()),
                    asked.found(sheet.roll().unsigned()),
                    asked.found(sheet.roll().onLeave()),
                    asked.found(sheet.roll().exempt()),
                    asked.found(sheet.roll().missing()),
                    asked.found(sheet.others()));
        }

        Stream<List<AttendanceSheet.Person>> lists() {
            return Stream.of(present, unsigned, onLeave, exempt, missing, others);
        }

        Part atAPageThatIs() {
            return new Part(cut.within(lists()), present, unsigned, onLeave, exempt, missing, others);
        }
    }

    private List<SheetModel.Group> groups(Part part, Shown shown) {
        return Stream.of(
                        group("attendance.sheet.unsigned", "unsigned", part.cut, part.unsigned, shown),
                        group("attendance.sheet.leave", "leave", part.cut, part.onLeave, shown),
                        group("attendance.sheet.exempt", "exempt", part.cut, part.exempt, shown))
                .filter(each -> each.people().total() > 0)
                .toList();
    }

    private SheetModel.Group group(
            String name, String state, SheetCut cut, List<AttendanceSheet.Person> people, Shown shown) {
        return new SheetModel.Group(texts.get(name), state, people(cut, people, shown));
    }

    private SheetModel.People people(SheetCut cut, List<AttendanceSheet.Person> people, Shown shown) {
        return cut.page(people, each -> person(each, shown));
    }

    private SheetModel.Person person(AttendanceSheet.Person person, Shown shown) {
        var names = shown.names;
        return new SheetModel.Person(
                names.of(person),
                names.apart(person),
                person.branchName(),
                person.counted()
                        .map(tap -> words.role(tap.role(), person.relation()))
                        .orElse(""),
                taps(person.taps(), shown),
                person.notes().stream()
                        .map(each -> words.note(each, times, names.inFull()))
                        .toList());
    }

    private List<SheetModel.Tap> taps(List<AttendanceSheet.Tap> taps, Shown shown) {
        var sorted = taps.stream()
                .sorted(Comparator.comparing(tap -> !tap.counted()))
                .toList();
        return IntStream.range(0, sorted.size())
                .mapToObj(i -> tap(sorted.get(i), i == 0, shown))
                .toList();
    }

    private SheetModel.Tap tap(AttendanceSheet.Tap tap, boolean first, Shown shown) {
        return new SheetModel.Tap(
                first,
                tap.keyedIn()
                        .map(at -> texts.get("attendance.paper.keyedIn", times.when(at)))
                        .orElseGet(() -> times.precise(tap.at())),
                words.method(tap),
                tap.ruled().recognised() ? texts.get("attendance.ruled.street") : tap.kioskName(),
                tap.late(),
                tap.voided() && !tap.ruled().setAside(),
                tap.ruled().setAside(),
                !tap.voided() && !tap.counted() && !tap.awaiting(),
                tap.doubtful(),
                tap.awaiting() && !tap.voided(),
                shown.names.inFull() ? tap.by().map(words::handled).orElse("") : "",
                ruled(tap.ruled()),
                tap.hand().map(shown.hands::of).orElse(List.of()));
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

    private List<SheetModel.PaperSheet> papers(List<PaperSheetStore.Kept> kept, boolean maySee, String address) {
        var sheets = new ArrayList<SheetModel.PaperSheet>();
        for (var each : kept) {
            var words = texts.get(
                    "attendance.paper.one",
                    sheets.size() + 1,
                    times.when(each.at()),
                    each.kioskName(),
                    maySee ? each.staffName() : texts.get("attendance.paper.staff"));
            var state = new Hands(texts, maySee, address).state(each.state());
            sheets.add(new SheetModel.PaperSheet(
                    words,
                    state,
                    state.isEmpty() ? address + "/pictures/" + each.picture().hex() : ""));
        }
        return sheets;
    }

    private SheetModel.Guest guest(AttendanceSheet.Guest guest, Viewing viewing, String address) {
        var hands = new Hands(texts, viewing.mayAskForNames, address);
        return new SheetModel.Guest(
                words.guest(guest.kind()),
                times.precise(guest.at()),
                guest.kioskName(),
                guest.voided(),
                !guest.voided() && !guest.counted(),
                guest.hand().map(hands::of).orElse(List.of()),
                viewing.cut.fullNames()
                        ? guest.hand().map(hand -> words.handled(hand.by())).orElse("")
                        : "");
    }
}
