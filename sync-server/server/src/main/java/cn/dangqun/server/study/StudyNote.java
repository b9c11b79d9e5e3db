package cn.dangqun.server.study;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.StreetFact.Study;
import cn.dangqun.domain.member.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What the street noted of somebody's study; `undone` when it was taken back.
record StudyNote(
        String id,
        MemberId member,
        Study study,
        Optional<ActivityId> activity,
        LocalDate day,
        String login,
        String reason,
        Instant at,
        Optional<Undone> undone) {

    record Undone(String login, String reason, Instant at) {}

    boolean stands() {
        return undone.isEmpty();
    }
}
