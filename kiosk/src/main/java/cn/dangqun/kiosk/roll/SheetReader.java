package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.AttendanceFigures;
import cn.dangqun.domain.attendance.AttendanceSheet.View;
import cn.dangqun.domain.attendance.LocalAttendance;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.NumberedName;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.staff.StaffRole;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.attendance.AttendanceBook.Arrival;
import cn.dangqun.kiosk.attendance.AttendanceBook.Note;
import cn.dangqun.kiosk.attendance.NoteKind;
import cn.dangqun.kiosk.reference.Namesakes;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import cn.dangqun.kiosk.ui.NameOrder;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts the roll of an activity together: names of the street, states of the ledger.
record SheetReader(ReferenceIndex index, AttendanceBook book) {
    RollSheet read(Activity activity, Instant now) throws SQLException {
        var standing = book.attendance(activity, index.roster());
        var notes = book.notes(activity.id()).stream().collect(Collectors.groupingBy(Note::member));
        var arrivals = book.arrivals(activity.id());
        var byName = NameOrder.of(RollLine::name);
        var everybody = standing.lines(View.FOR_RECORD);
        var names = Namesakes.among(
                index, everybody.stream().map(LocalAttendance.Line::member).toList());
        return new RollSheet(
                activity,
                index.nameOf(activity.organization()),
                now,
                standing.rolls().stream()
                        .allMatch(each -> standing.isFrozen(each.roll().organization())),
                everybody.stream()
                        .map(line -> line(
                                line, names.of(line.member()), arrivals, notes.getOrDefault(line.member(), List.of())))
                        .sorted(byName.thenComparing(line -> line.member().value()))
                        .toList(),
                standing.figures(),
                standing.rolls().stream()
                        .map(each -> part(each.roll().organization(), everybody))
                        .sorted(hostFirst(activity))
                        .toList(),
                book.heads(activity.id()),
                approvers(activity));
    }

    /// Who holds it, then the others by name, 2 before 10.
    private static Comparator<RollSheet.Part> hostFirst(Activity activity) {
        return Comparator.comparing(
                        (RollSheet.Part each) -> !each.organization().equals(activity.organization()))
                .thenComparing(each -> NumberedName.key(each.name()));
    }

    private RollSheet.Part part(OrganizationId organization, List<LocalAttendance.Line> everybody) {
        return new RollSheet.Part(
                organization,
                index.nameOf(organization),
                AttendanceFigures.of(everybody.stream()
                        .filter(each -> each.organization().equals(organization))
                        .map(LocalAttendance.Line::line)
                        .toList()));
    }

    private RollLine line(LocalAttendance.Line line, String name, Map<MemberId, Arrival> arrivals, List<Note> notes) {
        var arrival = Optional.ofNullable(arrivals.get(line.member()));
        return new RollLine(
                line.member(),
                line.organization(),
                name,
                index.nameOf(line.organization()),
                line.line().state(),
                arrival.map(Arrival::at),
                arrival.flatMap(Arrival::how),
                words(notes, NoteKind.LEAVE).map(LeaveKind::valueOf),
                words(notes, NoteKind.ABSENCE),
                words(notes, NoteKind.AWAITING).isPresent());
    }

    private static Optional<String> words(List<Note> notes, NoteKind kind) {
        return notes.stream()
                .filter(note -> note.kind() == kind)
                .map(Note::words)
                .reduce((earlier, later) -> later);
    }

    /// Who holds a seat there that day, the secretary first, then secretaries among the staff (R-052, OQ-29).
    private List<String> approvers(Activity activity) {
        var seated = activity.organizations().stream()
                .map(this::branch)
                .flatMap(branch -> index.roster().seats().stream()
                        .filter(seat -> seat.organization().equals(branch) && seat.isHeldOn(activity.heldOn()))
                        .sorted(Comparator.comparing(CommitteeSeat::post)))
                .flatMap(seat -> index.member(seat.member()).stream())
                .map(member -> member.name().full());
        var secretaries = index.items(ReferenceItem.Staff.class).stream()
                .filter(each -> each.role() == StaffRole.BRANCH_SECRETARY)
                .map(ReferenceItem.Staff::name);
        return Stream.concat(seated, secretaries).distinct().toList();
    }

    /// A group has no committee of its own.
    private OrganizationId branch(OrganizationId organization) {
        return index.roster()
                .tree()
                .find(organization)
                .filter(each -> each.level() == OrganizationLevel.GROUP)
                .flatMap(Organization::parent)
                .orElse(organization);
    }
}
