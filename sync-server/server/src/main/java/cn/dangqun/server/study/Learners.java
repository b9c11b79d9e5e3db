package cn.dangqun.server.study;

import cn.dangqun.config.profile.ProfileReading;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.profile.ProfileChoice;
import cn.dangqun.domain.profile.RuleProfile;
import cn.dangqun.domain.study.CreditKind;
import cn.dangqun.domain.study.Learner;
import cn.dangqun.domain.study.StudyAssessment;
import cn.dangqun.domain.study.StudyAttendance;
import cn.dangqun.domain.study.StudyCredit;
import cn.dangqun.domain.study.StudyRole;
import cn.dangqun.domain.study.StudyRules;
import cn.dangqun.domain.study.StudyVerdict;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.rules.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Judges people by the rules of their branch. Keeps the rules it has read; for one thread.
@OneProcess("What one page has read of rules, gone with the page: right in every process.")
final class Learners {
    private final RuleBook book;
    private final Set<MemberId> frail;
    private final StudySource.Day day;
    private final Predicate<OrganizationId> connected;
    private final Map<MemberId, Map<CommitteeSeat, OrganizationLevel>> seats = new HashMap<>();
    private final Map<ProfileChoice, Optional<RuleProfile>> profiles = new HashMap<>();

    /// `connected` tells whether a kiosk came to the community of a branch.
    Learners(
            Roster roster,
            RuleBook book,
            Set<MemberId> frail,
            StudySource.Day day,
            Predicate<OrganizationId> connected) {
        this.connected = connected;
        this.book = book;
        this.frail = frail;
        this.day = day;
        for (var seat : roster.seats()) {
            if (seat.isHeldOn(day.belonging())) {
                roster.tree()
                        .find(seat.organization())
                        .ifPresent(organization -> seats.computeIfAbsent(seat.member(), fresh -> new HashMap<>())
                                .put(seat, organization.level()));
            }
        }
    }

    private Optional<RuleProfile> profile(OrganizationId branch) {
        return profiles.computeIfAbsent(
                book.choice(branch),
                ignored -> book.profile(branch) instanceof ProfileReading.Accepted(var profile, var advice)
                        ? Optional.of(profile)
                        : Optional.empty());
    }

    Standing standing(Member member, Membership place, List<Standing.Entry> entries, List<StudyNote> visits) {
        var roles = StudyRole.of(seats.getOrDefault(member.id(), Map.of()));
        var credits = new ArrayList<StudyCredit>();
        var awaited = new ArrayList<StudyCredit>();
        boolean studied = false;
        for (var entry : entries) {
            if (entry.came()) {
                credits.add(entry.studied()
                        .credit(attendance(entry), entry.studied().day()));
                studied |= entry.studied().day().getYear() == day.year()
                        && !entry.studied().day().isAfter(day.asOf());
            }
            entry.madeUp()
                    .filter(note -> !entry.came())
                    .ifPresent(note -> credits.add(entry.studied().credit(StudyAttendance.MAKEUP_STUDIED, note.day())));
            if (entry.isAwaited()) {
                awaited.add(entry.studied()
                        .credit(StudyAttendance.PRESENT, entry.studied().day()));
            }
        }
        visits.forEach(each -> credits.add(visit(each)));
        var verdict = profile(place.branch())
                .flatMap(
                        profile -> profile.studyFor(roles).map(rules -> judge(profile, rules, member, roles, credits)));
        var possible = awaited.isEmpty() ? verdict : withAwaited(member, place, roles, credits, awaited);
        return new Standing(
                member.id(),
                member.name(),
                place.branch(),
                roles,
                verdict,
                verdict.map(known -> HoursState.of(known, possible.orElseThrow(), connected.test(place.branch())))
                        .orElse(HoursState.NOTHING),
                studied,
                entries);
    }

    /// As it would be if all had come whom kiosks have not told about.
    private Optional<StudyVerdict> withAwaited(
            Member member,
            Membership place,
            Set<StudyRole> roles,
            List<StudyCredit> credits,
            List<StudyCredit> awaited) {
        var all = new ArrayList<>(credits);
        all.addAll(awaited);
        return profile(place.branch())
                .flatMap(profile -> profile.studyFor(roles).map(rules -> judge(profile, rules, member, roles, all)));
    }

    private StudyVerdict judge(
            RuleProfile profile, StudyRules rules, Member member, Set<StudyRole> roles, List<StudyCredit> credits) {
        var learner = new Learner(roles, frail.contains(member.id()), joined(member));
        return StudyAssessment.assess(profile.ref(), rules, learner, day.year(), day.asOf(), credits);
    }

    private static Optional<LocalDate> joined(Member member) {
        return member.memberships().stream()
                .filter(Membership::isOnRoll)
                .findFirst()
                .flatMap(Membership::from);
    }

    private static StudyAttendance attendance(Standing.Entry entry) {
        return switch (entry.state().orElse(AttendanceState.PRESENT)) {
            case LATE -> StudyAttendance.LATE;
            case MAKEUP_SIGNED -> StudyAttendance.MAKEUP_SIGNED;
            case PRESENT, LEAVE, ABSENT, CHECKED_IN_UNSIGNED, NOT_COUNTED -> StudyAttendance.PRESENT;
        };
    }

    private static StudyCredit visit(StudyNote note) {
        return new StudyCredit(
                new ActivityId(note.id()),
                note.day(),
                CreditKind.HOME_VISIT,
                StudyAttendance.PRESENT,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }
}
