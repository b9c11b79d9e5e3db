package cn.dangqun.kiosk.meeting;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.activity.Preparation.PlannedItem;
import cn.dangqun.domain.attendance.AttendanceLine;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.fact.SessionFact.Absence;
import cn.dangqun.domain.fact.SessionFact.Missing;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.profile.MeetingTerms;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.domain.quorum.MeetingVerdict;
import cn.dangqun.domain.session.BallotRule;
import cn.dangqun.domain.session.SessionMeeting;
import cn.dangqun.domain.session.SessionRecord;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One session as this kiosk knows it at `now`; `superior` is the organisation above the holder's, empty without one.
/// `people` are those of the holder's own rolls, by name; `chairs` those
/// present who may chair, in order. `merged`: no other kiosk of the centre can still change the figures.
public record MeetingView(
        Activity activity,
        String organization,
        String superior,
        Instant now,
        List<Person> people,
        List<Chair> chairs,
        MeetingTerms terms,
        SessionRecord record,
        boolean merged) {
    private static final Set<ActivityType> WITH_FEES = Set.of(ActivityType.THEME_DAY);

    /// With the full name: for staff only (OQ-37). `words` is the kind of a leave, or the reason, empty where none is
    /// known; `probationary` may be confirmed.
    public record Person(String name, AttendanceLine line, String words, boolean probationary) {
        MemberId member() {
            return line.entry().member();
        }

        boolean isHere() {
            return line.state().isPresent();
        }

        boolean isMissing() {
            return line.state().isDue() && !isHere();
        }

        Absence absence() {
            var missing = switch (line.state()) {
                case LEAVE -> Missing.LEAVE;
                case CHECKED_IN_UNSIGNED -> Missing.UNSIGNED;
                case ABSENT, PRESENT, LATE, MAKEUP_SIGNED, NOT_COUNTED -> Missing.WITHOUT_LEAVE;
            };
            return new Absence(member(), missing, line.state() == AttendanceState.CHECKED_IN_UNSIGNED ? "" : words);
        }

        @Override
        public String toString() {
            return "Person[" + member() + ", " + line.state() + "]";
        }
    }

    /// `post` is empty for who holds no seat.
    public record Chair(MemberId member, String name, Optional<CommitteePost> post) {
        @Override
        public String toString() {
            return "Chair[" + member + "]";
        }
    }

    public MeetingView {
        people = List.copyOf(people);
        chairs = List.copyOf(chairs);
    }

    public MeetingCount count() {
        return SessionMeeting.count(people.stream().map(Person::line).toList(), record.away());
    }

    List<Absence> absences() {
        return people.stream().filter(Person::isMissing).map(Person::absence).toList();
    }

    /// By the figures of this moment.
    SessionMeeting meeting() {
        return meeting(count());
    }

    /// By figures that were announced once.
    SessionMeeting meeting(MeetingCount count) {
        return new SessionMeeting(activity.type(), activity.marks(), count, terms.profile(), terms.rules());
    }

    /// Whether the meeting may vote, with the agenda as it stands.
    MeetingVerdict verdict() {
        return meeting()
                .judge(record.agenda().stream().map(SessionRecord.Item::asItem).toList());
    }

    /// What stands in the way of a ballot on an item of this kind, by the figures that were announced.
    Optional<BallotRule.Finding.Refused> obstacle(AgendaKind kind) {
        return announced().flatMap(meeting -> meeting.mayVote(kind));
    }

    /// By the figures that were announced last, unless somebody came or left since (OQ-19).
    Optional<SessionMeeting> announced() {
        return record.lastDeclared()
                .map(each -> each.figures().count())
                .filter(count()::equals)
                .map(this::meeting);
    }

    /// Who was not full member on the day and may be confirmed.
    List<Person> probationers() {
        return people.stream().filter(Person::probationary).toList();
    }

    /// Of what a ballot is on: the name where it is a member.
    String nameOf(String subject) {
        return people.stream()
                .filter(each -> each.member().value().equals(subject))
                .map(Person::name)
                .findFirst()
                .orElse(subject);
    }

    boolean hasFees() {
        return WITH_FEES.contains(activity.type());
    }

    YearMonth month() {
        return YearMonth.from(activity.heldOn());
    }

    Set<MemberId> paid() {
        return record.paid().getOrDefault(month(), Set.of());
    }

    List<String> steps() {
        return terms.stepsOf(activity.type());
    }

    /// Items of the plan that the session has not come to yet, in their order.
    public List<PlannedItem> planned() {
        return activity.preparation().agenda().stream()
                .filter(each -> record.agenda().stream().noneMatch(item -> isTheSame(item, each)))
                .toList();
    }

    private static boolean isTheSame(SessionRecord.Item item, PlannedItem planned) {
        return item.kind() == planned.kind() && item.title().equals(planned.title());
    }

    boolean hasBegun() {
        return !now.isBefore(activity.window().opens());
    }
}
