package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.AttendanceSheet.View;
import cn.dangqun.domain.attendance.LocalAttendance;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.profile.ChairPost;
import cn.dangqun.domain.profile.MeetingTerms;
import cn.dangqun.kiosk.activity.SessionBook;
import cn.dangqun.kiosk.attendance.AttendanceBook;
import cn.dangqun.kiosk.attendance.AttendanceBook.Note;
import cn.dangqun.kiosk.attendance.NoteKind;
import cn.dangqun.kiosk.db.SqliteConnection;
import cn.dangqun.kiosk.meeting.MeetingView.Chair;
import cn.dangqun.kiosk.meeting.MeetingView.Person;
import cn.dangqun.kiosk.reference.Namesakes;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import cn.dangqun.kiosk.ui.NameOrder;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts a session together: names and seats of the street, states of the ledger. `epoch` is the ledger's, in hex.
record ViewReader(ReferenceIndex index, SqliteConnection db, TermsReader terms, String epoch) {
    MeetingView read(Activity activity, Instant now) throws SQLException {
        var book = new AttendanceBook(db);
        var notes = book.notes(activity.id()).stream().collect(Collectors.groupingBy(Note::member));
        var standing = book.attendance(activity, index.roster());
        // make-ups count for the books and never for a quorum (RULES, Make-up)
        var own = standing.lines(View.FOR_QUORUM).stream()
                .filter(line -> isOwn(activity, line.organization()))
                .toList();
        var names = Namesakes.among(
                index, own.stream().map(LocalAttendance.Line::member).toList());
        var people = own.stream()
                .map(line ->
                        person(activity, line, names.of(line.member()), notes.getOrDefault(line.member(), List.of())))
                .sorted(NameOrder.of(Person::name)
                        .thenComparing(person -> person.member().value()))
                .toList();
        var agreed = terms.terms(index, activity);
        return new MeetingView(
                activity,
                index.nameOf(activity.organization()),
                superior(activity.organization()),
                now,
                people,
                chairs(activity, people, agreed),
                agreed,
                new SessionBook(db).of(activity.id()),
                book.isMerged(activity.id(), epoch));
    }

    /// Partners count by themselves where something is voted on; where nothing is, all who are here are one
    /// company.
    private boolean isOwn(Activity activity, OrganizationId organization) {
        return !activity.hasAgenda()
                || organization.equals(activity.organization())
                || (!activity.organizations().contains(organization)
                        && index.roster().tree().contains(activity.organization(), organization));
    }

    private Person person(Activity activity, LocalAttendance.Line line, String name, List<Note> notes) {
        var member = index.member(line.member());
        return new Person(
                name,
                line.line(),
                notes.stream()
                        .filter(each -> each.kind() == NoteKind.LEAVE || each.kind() == NoteKind.ABSENCE)
                        .map(Note::words)
                        .reduce("", (earlier, later) -> later),
                member.flatMap(each -> each.on(activity.heldOn()))
                        .map(Membership::status)
                        .filter(MemberStatus.PROBATIONARY::equals)
                        .isPresent());
    }

    /// A members' meeting is chaired by whom the rules name, in their order; any other by somebody of it.
    private List<Chair> chairs(Activity activity, List<Person> people, MeetingTerms agreed) {
        var seated = index.roster().seats().stream()
                .filter(seat -> seat.organization().equals(branch(activity.organization())))
                .filter(seat -> seat.isHeldOn(activity.heldOn()))
                .sorted(Comparator.comparing(CommitteeSeat::post))
                .flatMap(seat -> people.stream()
                        .filter(person -> person.isHere() && person.member().equals(seat.member()))
                        .map(person -> new Chair(person.member(), person.name(), Optional.of(seat.post()))))
                .toList();
        var others = people.stream()
                .filter(Person::isHere)
                .map(person -> new Chair(person.member(), person.name(), Optional.empty()));
        var all = activity.type() == ActivityType.MEMBER_MEETING
                ? agreed.practice().chairs().stream()
                        .flatMap(post -> seated.stream()
                                .filter(each -> each.post()
                                        .filter(held -> fits(post, held))
                                        .isPresent()))
                : Stream.concat(seated.stream(), others);
        var once = new LinkedHashMap<MemberId, Chair>();
        all.forEach(each -> once.putIfAbsent(each.member(), each));
        return List.copyOf(once.values());
    }

    private static boolean fits(ChairPost wanted, CommitteePost held) {
        return switch (wanted) {
            case SECRETARY -> held == CommitteePost.SECRETARY;
            case DEPUTY_SECRETARY -> held == CommitteePost.DEPUTY_SECRETARY;
            case ORGANIZATION_MEMBER -> held == CommitteePost.ORGANIZATION;
            case PUBLICITY_MEMBER -> held == CommitteePost.PUBLICITY;
            case COMMITTEE_MEMBER -> true;
        };
    }

    private String superior(OrganizationId organization) {
        return index.roster()
                .tree()
                .find(organization)
                .flatMap(Organization::parent)
                .map(index::nameOf)
                .orElse("");
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
