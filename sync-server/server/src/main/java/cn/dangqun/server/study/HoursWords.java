package cn.dangqun.server.study;

import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.domain.study.StudyRole;
import cn.dangqun.domain.study.StudyRules;
import cn.dangqun.domain.study.StudyUnit;
import cn.dangqun.server.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// The Chinese of 学时.
record HoursWords(Texts texts) {
    String state(HoursState state) {
        return switch (state) {
            case REACHED -> texts.get("study.state.reached");
            case ON_TRACK -> texts.get("study.state.onTrack");
            case BEHIND -> texts.get("study.state.behind");
            case MISSED -> texts.get("study.state.missed");
            case AWAITED -> texts.get("study.state.awaited");
            case OPEN -> texts.get("study.state.open");
            case EXEMPT -> texts.get("study.state.exempt");
            case NOTHING -> texts.get("study.state.nothing");
        };
    }

    String unit(StudyRules rules) {
        return texts.get(rules.unit() == StudyUnit.HOUR ? "study.unit.hour" : "study.unit.day");
    }

    /// What somebody is beside a member, the highest first.
    String roles(Set<StudyRole> roles) {
        var names = new ArrayList<String>();
        if (roles.contains(StudyRole.SECRETARY)) {
            names.add(texts.get("study.role.secretary"));
        } else if (roles.contains(StudyRole.COMMITTEE)) {
            names.add(texts.get("study.role.committee"));
        }
        if (roles.contains(StudyRole.COMMUNITY_CADRE)) {
            names.add(texts.get("study.role.cadre"));
        }
        return names.isEmpty() ? texts.get("study.role.member") : join(names);
    }

    private static String join(Collection<String> names) {
        return names.stream().collect(Collectors.joining("、"));
    }

    String how(Standing.Entry entry) {
        if (!entry.came() && entry.madeUp().isPresent()) {
            return texts.get("study.how.madeUp", entry.madeUp().get().day().toString());
        }
        if (entry.isAwaited()) {
            return texts.get("study.state.awaited");
        }
        return entry.state().map(this::how).orElseGet(() -> texts.get("study.how.elsewhere"));
    }

    private String how(AttendanceState state) {
        return switch (state) {
            case PRESENT -> texts.get("attendance.export.statePresent");
            case LATE -> texts.get("attendance.export.stateLate");
            case MAKEUP_SIGNED -> texts.get("attendance.export.stateMadeUp");
            case LEAVE -> texts.get("attendance.export.stateLeave");
            case CHECKED_IN_UNSIGNED -> texts.get("attendance.export.stateUnsigned");
            case NOT_COUNTED -> texts.get("attendance.export.stateNotCounted");
            case ABSENT -> texts.get("attendance.export.stateAbsent");
        };
    }
}
