package cn.dangqun.server.roster;

import cn.dangqun.domain.attendance.ExemptionKind;
import cn.dangqun.server.roster.MemberRoutes.Doing;
import cn.dangqun.server.roster.RosterDesk.Result;
import java.util.Optional;

/// What is typed about exemptions and cards, and what is done about it.
record ExemptionForms(ExemptionDesk desk, MemberCards cards) {
    Optional<Result> ask(MemberForm form, Doing doing) {
        var kind = form.form().requiredChoice("exemption", ExemptionKind.class);
        var meeting = form.form().requiredDay("meeting");
        var reason = form.reason();
        return form.form().isGood()
                ? Optional.of(
                        desk.ask(doing.member().id(), kind.orElseThrow(), meeting.orElseThrow(), reason, doing.actor()))
                : Optional.empty();
    }

    Optional<Result> grant(MemberForm form, Doing doing) {
        return decide(form, doing, true);
    }

    Optional<Result> refuse(MemberForm form, Doing doing) {
        return decide(form, doing, false);
    }

    private Optional<Result> decide(MemberForm form, Doing doing, boolean grants) {
        var reason = grants
                ? form.form().optional("reason", MemberForm.LONGEST_REASON).orElse("")
                : form.reason();
        return form.form().isGood()
                ? Optional.of(
                        desk.decide(doing.member().id(), doing.visit().form("asked"), grants, reason, doing.actor()))
                : Optional.empty();
    }

    Optional<Result> end(MemberForm form, Doing doing) {
        var last = form.form().requiredDay("exempt-last");
        var reason = form.reason();
        return form.form().isGood()
                ? Optional.of(desk.end(
                        doing.member().id(), doing.visit().form("asked"), last.orElseThrow(), reason, doing.actor()))
                : Optional.empty();
    }

    Optional<Result> retire(MemberForm form, Doing doing) {
        var since = form.form().requiredDay("card-since");
        var reason = form.reason();
        return form.form().isGood()
                ? Optional.of(cards.retire(
                        doing.member().id(), doing.visit().form("card"), since.orElseThrow(), reason, doing.actor()))
                : Optional.empty();
    }
}
