package cn.dangqun.server.roster;

import cn.dangqun.domain.attendance.Exemption;
import cn.dangqun.domain.attendance.ExemptionKind;
import cn.dangqun.domain.member.MemberId;
import java.time.LocalDate;
import java.util.Optional;

/// What was asked for a member, and what became of it. `meetingOn` is the decision of the members' meeting, which the
/// one who asks brings; `decidedOn` the consent above, which another account gives (OQ-03, OQ-38).
record MemberExemption(
        String id,
        MemberId member,
        ExemptionKind kind,
        LocalDate meetingOn,
        String reason,
        String askedBy,
        State state,
        Optional<String> decidedBy,
        Optional<LocalDate> decidedOn,
        Optional<LocalDate> endsOn) {
    enum State {
        ASKED,
        GRANTED,
        REFUSED
    }

    /// As kiosks and rolls know it.
    Exemption exemption() {
        return new Exemption(
                member, kind, state == State.GRANTED ? decidedOn : Optional.empty(), Optional.of(meetingOn), endsOn);
    }

    MemberExemption decided(State to, String by, LocalDate on) {
        return new MemberExemption(
                id, member, kind, meetingOn, reason, askedBy, to, Optional.of(by), Optional.of(on), endsOn);
    }

    MemberExemption ending(LocalDate last) {
        return new MemberExemption(
                id, member, kind, meetingOn, reason, askedBy, state, decidedBy, decidedOn, Optional.of(last));
    }

    @Override
    public String toString() {
        return "MemberExemption[" + id + "]";
    }
}
