package cn.dangqun.kiosk.checkin;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.LocalAttendance;
import cn.dangqun.domain.checkin.CheckInOutcome;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.kiosk.activity.LedgerActivities;
import cn.dangqun.kiosk.attendance.Attendance;
import cn.dangqun.kiosk.reference.ReferenceIndex;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides which activity a tap counts for, and in what role. Pure: the same roster, moment and attendance give the
/// same answer.
///
/// `attended`: the person's check-ins that stand, by activity.
record CheckInRules(ReferenceIndex reference, Attendances attendances, ZoneId zone) {
    /// How an activity stands for this kiosk.
    interface Attendances {
        LocalAttendance of(Activity activity);
    }

    /// By the roster alone, as before anybody came.
    CheckInRules(ReferenceIndex reference, ZoneId zone) {
        this(
                reference,
                activity -> new LocalAttendance(
                        activity, reference.roster(), List.of(), List.of(), List.of(), Optional.empty()),
                zone);
    }

    /// A second tap this soon is a card read twice, never another activity (F-09). Later the person means what they
    /// have not attended yet.
    static final Duration DOUBLE_READ = Duration.ofSeconds(5);

    private static final Comparator<Activity> BY_START = Comparator.comparing(Activity::starts)
            .thenComparing(activity -> activity.id().value());

    /// A tap of a known person, without a choice.
    Decision decide(Member member, Instant now, Map<ActivityId, Attendance> attended) {
        var open = open(now);
        var mine = open.stream()
                .filter(activity -> role(activity, member).isPresent())
                .toList();
        var waiting = mine.stream()
                .filter(activity -> !attended.containsKey(activity.id()))
                .toList();
        var latest = latestAttended(open, attended);
        if (latest.isPresent() && (waiting.isEmpty() || isDoubleRead(latest.get(), now))) {
            return latest.get();
        }
        if (waiting.size() == 1 && mine.size() == 1) {
            return checkIn(waiting.getFirst(), member, now);
        }
        if (!waiting.isEmpty()) {
            return new Decision.Answer(new CheckInOutcome.ChooseActivity(member.id(), member.name(), mine));
        }
        return decideWithNothingOpen(member, now, attended, open);
    }

    /// The person has chosen, or joins as 列席.
    Decision decideFor(Member member, Instant now, Map<ActivityId, Attendance> attended, ActivityId choice) {
        var chosen = reference.activity(choice);
        if (chosen.isEmpty()) {
            return decide(member, now, attended);
        }
        var activity = chosen.get();
        var attendance = attended.get(choice);
        if (attendance != null) {
            return new Decision.Already(activity, attendance);
        }
        if (now.isBefore(activity.window().opens())) {
            return new Decision.Answer(new CheckInOutcome.NotOpenYet(member.name(), activity));
        }
        if (!activity.window().isOpenAt(now)) {
            return new Decision.Answer(new CheckInOutcome.Closed(member.name(), activity));
        }
        return checkIn(activity, member, now);
    }

    /// Activities that accept check-ins now, in order of start.
    List<Activity> open(Instant now) {
        return reference.activities().stream()
                .filter(activity -> activity.window().isOpenAt(now))
                .sorted(BY_START)
                .toList();
    }

    /// The newest check-in among `activities`, if any.
    static Optional<Decision.Already> latestAttended(List<Activity> activities, Map<ActivityId, Attendance> attended) {
        return activities.stream()
                .flatMap(activity -> Optional.ofNullable(attended.get(activity.id()))
                        .map(attendance -> new Decision.Already(activity, attendance))
                        .stream())
                .max(Comparator.comparingLong(already -> already.attendance().order()));
    }

    private static boolean isDoubleRead(Decision.Already already, Instant now) {
        return Duration.between(already.attendance().at(), now).abs().compareTo(DOUBLE_READ) < 0;
    }

    private Decision decideWithNothingOpen(
            Member member, Instant now, Map<ActivityId, Attendance> attended, List<Activity> openToOthers) {
        var today = reference.activities().stream()
                .filter(activity -> LedgerActivities.isToday(activity, now, zone))
                .filter(activity -> role(activity, member).isPresent())
                .toList();
        var next = today.stream()
                .filter(activity -> now.isBefore(activity.window().opens()))
                .min(Comparator.comparing(
                                (Activity activity) -> activity.window().opens())
                        .thenComparing(BY_START));
        if (next.isPresent()) {
            return new Decision.Answer(new CheckInOutcome.NotOpenYet(member.name(), next.get()));
        }
        var last = today.stream()
                .max(Comparator.comparing(
                                (Activity activity) -> activity.window().closes())
                        .thenComparing(BY_START));
        if (last.isPresent()) {
            return afterClosing(member, last.get(), attended);
        }
        var branch = reference.nameOf(member.branch());
        return new Decision.Answer(
                openToOthers.isEmpty()
                        ? new CheckInOutcome.NoActivityToday(member.name(), branch)
                        : new CheckInOutcome.OtherBranch(member.id(), member.name(), branch, openToOthers));
    }

    private static Decision afterClosing(Member member, Activity activity, Map<ActivityId, Attendance> attended) {
        var attendance = attended.get(activity.id());
        return attendance != null
                ? new Decision.Already(activity, attendance)
                : new Decision.Answer(new CheckInOutcome.Closed(member.name(), activity));
    }

    private Decision checkIn(Activity activity, Member member, Instant now) {
        return new Decision.CheckIn(
                activity,
                role(activity, member).orElse(AttendanceRole.OBSERVER),
                attendances.of(activity).rollWith(member.id()),
                activity.window().isLateAt(now));
    }

    /// MEMBER on the roll as it stands; LINKED for 双报到 and 流入 members of the organisation, PARTICIPANT where nobody is
    /// due; nobody else is on the list.
    private Optional<AttendanceRole> role(Activity activity, Member member) {
        if (attendances.of(activity).rollWith(member.id()).isPresent()) {
            return Optional.of(AttendanceRole.MEMBER);
        }
        if (!reference.roster().isLinked(activity, member.id())) {
            return Optional.empty();
        }
        return Optional.of(
                member.on(activity.heldOn()).filter(Membership::isOnRoll).isPresent()
                        ? AttendanceRole.PARTICIPANT
                        : AttendanceRole.LINKED);
    }
}
