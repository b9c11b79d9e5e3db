package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceMark;
import cn.dangqun.domain.attendance.AttendanceRule;
import cn.dangqun.domain.attendance.AttendanceSheet.View;
import cn.dangqun.domain.attendance.Freezing;
import cn.dangqun.domain.attendance.RollEntry;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.attendance.StandingRoll;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.RollStore.CheckIn;
import cn.dangqun.server.attendance.RollStore.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Brings the lines of an activity to what follows from its freezings and check-ins, whatever came first. What is
/// recorded about somebody touches their line only; a freezing touches its roll.
final class RollLines {
    private final RollStore store;
    private final NoteStore notes;
    private final CodeGuests guests;
    private final ActivityId activity;

    RollLines(RollStore store, ActivityId activity) {
        this.store = store;
        this.notes = new NoteStore(store.handle());
        this.guests = new CodeGuests(store.handle(), activity);
        this.activity = activity;
    }

    /// Something was recorded about `member`. Nothing to do while no roll is frozen: the freezing will look.
    void follow(MemberId member) {
        var lines = store.lines(activity, member);
        lines.stream()
                .filter(line -> !line.added())
                .findFirst()
                .ifPresent(line -> guests.recognise(member, line.organization()));
        var received = store.received(activity, member);
        if (isOrdinary(lines, received)) {
            var own = marks(received, notes.marks(activity, member));
            lines.stream()
                    .map(line -> judged(line.organization(), line.entry(), false, own))
                    .forEach(line -> store.put(activity, line));
        } else if (store.isFrozen(activity)) {
            follow(store.freezings(activity));
        }
    }

    /// On the roll as it was frozen, and nothing says otherwise: then no other line can change.
    static boolean isOrdinary(List<Line> lines, List<CheckIn> received) {
        var rolls = lines.stream().map(Line::organization).toList();
        return !lines.isEmpty()
                && lines.stream().noneMatch(Line::added)
                && received.stream()
                        .allMatch(each -> each.roll().filter(rolls::contains).isPresent());
    }

    /// A roll was frozen.
    void follow() {
        follow(store.freezings(activity));
    }

    private void follow(List<Freezing> freezings) {
        guests.forget();
        var amended = new RulingStore(store.handle()).amendments(activity);
        var listed = new HashMap<>(listed(freezings));
        amended.forEach(
                (organization, entries) -> entries.forEach(each -> listed.putIfAbsent(each.member(), organization)));
        guests.recognise(listed);
        var received = store.received(activity);
        var marks = marks(received, notes.marks(activity, OptionalLong.empty())).stream()
                .collect(Collectors.groupingBy(AttendanceMark::member));
        var byOrganization = freezings.stream()
                .collect(Collectors.groupingBy(each -> each.roll().organization()));
        var wanted = new HashMap<Key, Line>();
        byOrganization.forEach((organization, theirs) -> {
            var own = received.stream()
                    .filter(each -> organization.equals(rollOf(each, freezings)))
                    .toList();
            var standing = StandingRoll.of(
                            theirs, own.stream().map(CheckIn::member).toList())
                    .orElseThrow();
            lines(standing, marks).forEach(line -> wanted.put(Key.of(line), line));
            amended.getOrDefault(organization, List.of())
                    .forEach(entry -> wanted.putIfAbsent(
                            new Key(organization, entry.member()),
                            judged(organization, entry, false, marks.getOrDefault(entry.member(), List.of()))));
        });
        replace(wanted);
    }

    /// The roll of each who is on one, whoever came: of two the first.
    private static Map<MemberId, OrganizationId> listed(List<Freezing> freezings) {
        return freezings.stream()
                .collect(Collectors.groupingBy(each -> each.roll().organization()))
                .values()
                .stream()
                .flatMap(theirs -> StandingRoll.of(theirs, List.of()).stream())
                .map(StandingRoll::roll)
                .sorted(Comparator.comparing(roll -> roll.organization().value()))
                .flatMap(roll -> roll.entries().stream().map(entry -> Map.entry(entry.member(), roll.organization())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one));
    }

    private record Key(OrganizationId organization, MemberId member) {
        static Key of(Line line) {
            return new Key(line.organization(), line.entry().member());
        }
    }

    private static List<Line> lines(StandingRoll standing, Map<MemberId, List<AttendanceMark>> marks) {
        var lines = new ArrayList<Line>();
        for (var entry : standing.roll().entries()) {
            lines.add(judged(
                    standing.roll().organization(),
                    entry,
                    standing.added().contains(entry.member()),
                    marks.getOrDefault(entry.member(), List.of())));
        }
        return lines;
    }

    static Line judged(OrganizationId organization, RollEntry entry, boolean added, List<AttendanceMark> own) {
        var state = AttendanceRule.state(entry, own, View.FOR_RECORD);
        return new Line(
                organization,
                entry,
                added,
                state,
                AttendanceRule.reason(own, state).isPresent());
    }

    private static List<AttendanceMark> marks(List<CheckIn> received, List<AttendanceMark> notes) {
        return Stream.concat(received.stream().map(CheckIn::mark), notes.stream())
                .toList();
    }

    private void replace(Map<Key, Line> wanted) {
        var present = store.lines(activity).stream().collect(Collectors.toMap(Key::of, Function.identity()));
        present.forEach((key, line) -> {
            if (!wanted.containsKey(key)) {
                store.remove(activity, line);
            }
        });
        store.put(
                activity,
                wanted.entrySet().stream()
                        .filter(each -> !each.getValue().equals(present.get(each.getKey())))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    /// For whose roll a member counts: as the kiosk said; of an old record, the one that lists them, or the first.
    private static OrganizationId rollOf(CheckIn checkIn, List<Freezing> freezings) {
        return checkIn.roll()
                .orElseGet(() -> freezings.stream()
                        .sorted()
                        .map(Freezing::roll)
                        .filter(roll -> roll.entry(checkIn.member()).isPresent())
                        .map(RollSnapshot::organization)
                        .findFirst()
                        .orElseGet(() -> freezings.stream()
                                .map(each -> each.roll().organization())
                                .min((a, b) -> a.value().compareTo(b.value()))
                                .orElseThrow()));
    }
}
