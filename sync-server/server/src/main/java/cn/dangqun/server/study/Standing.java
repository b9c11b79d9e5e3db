package cn.dangqun.server.study;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.study.StudyRole;
import cn.dangqun.domain.study.StudyVerdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One member's year on the day that was asked for; `verdict` is empty where the rules ask nothing of such a role.
/// `studied` says whether they came to anything of the year that gives hours.
record Standing(
        MemberId member,
        PersonName name,
        OrganizationId branch,
        Set<StudyRole> roles,
        Optional<StudyVerdict> verdict,
        HoursState state,
        boolean studied,
        List<Entry> entries) {
    Standing {
        roles = Set.copyOf(roles);
        entries = List.copyOf(entries);
    }

    /// What stands of one activity, on a page of one person. `state` is empty where they were on no roll; `madeUp` is
    /// what was noted of catching up.
    record Entry(Studied studied, Optional<AttendanceState> state, Optional<StudyNote> madeUp) {
        boolean came() {
            return state.map(AttendanceState::isPresent).orElse(true);
        }

        boolean isAwaited() {
            return !came()
                    && !studied.complete()
                    && (state.orElseThrow() == AttendanceState.ABSENT
                            || state.orElseThrow() == AttendanceState.CHECKED_IN_UNSIGNED);
        }

        boolean counts() {
            return came() || madeUp.isPresent();
        }
    }

    Optional<Entry> entry(ActivityId activity) {
        return entries.stream()
                .filter(each -> each.studied().id().equals(activity))
                .findFirst();
    }
}
