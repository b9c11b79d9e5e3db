package cn.dangqun.domain.attendance;

import cn.dangqun.domain.member.MemberId;
import java.time.LocalDate;
import java.util.Optional;

/// A request to leave a member out of 应到. Takes effect only with both approvals: the superior organisation's consent
/// and the decision of the members' meeting (OQ-03); with one of them the member stays in 应到.
public record Exemption(
        MemberId member,
        ExemptionKind kind,
        Optional<LocalDate> superiorConsentOn,
        Optional<LocalDate> meetingDecisionOn,
        Optional<LocalDate> endsOn) {

    public boolean isEffectiveOn(LocalDate day) {
        return superiorConsentOn.filter(consent -> !consent.isAfter(day)).isPresent()
                && meetingDecisionOn.filter(decision -> !decision.isAfter(day)).isPresent()
                && endsOn.filter(day::isAfter).isEmpty();
    }
}
