package cn.dangqun.server.roster;

import cn.dangqun.domain.attendance.ExemptionKind;
import cn.dangqun.domain.credential.ResidentNumber;
import cn.dangqun.domain.member.MemberCategory;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.member.Sex;
import cn.dangqun.server.cards.CardTie;
import cn.dangqun.server.text.Texts;

/// What members are called on pages, forms and in the history.
public record MemberWords(Texts texts) {
    public String status(MemberStatus status) {
        return switch (status) {
            case FULL -> texts.get("roster.status.full");
            case PROBATIONARY -> texts.get("roster.status.probationary");
            case ACTIVIST -> texts.get("roster.status.activist");
            case APPLICANT -> texts.get("roster.status.applicant");
        };
    }

    public String relation(RelationKind relation) {
        return switch (relation) {
            case HOME -> texts.get("roster.relation.home");
            case REPORTED_IN -> texts.get("roster.relation.reportedIn");
            case FLOATING_IN -> texts.get("roster.relation.floatingIn");
        };
    }

    String exemption(ExemptionKind kind) {
        return switch (kind) {
            case UNABLE_TO_EXPRESS -> texts.get("roster.exemption.unable");
            case ABROAD -> texts.get("roster.exemption.abroad");
            case IN_CUSTODY -> texts.get("roster.exemption.custody");
            case BEDRIDDEN -> texts.get("roster.exemption.bedridden");
            case RELATION_NOT_MOVED -> texts.get("roster.exemption.notMoved");
        };
    }

    public String sex(Sex sex) {
        return switch (sex) {
            case MALE -> texts.get("roster.sex.male");
            case FEMALE -> texts.get("roster.sex.female");
        };
    }

    public String category(MemberCategory category) {
        return switch (category) {
            case FLOATING_OUT -> texts.get("roster.category.floatingOut");
            case FRAIL -> texts.get("roster.category.frail");
            case HARDSHIP -> texts.get("roster.category.hardship");
            case RETIRED -> texts.get("roster.category.retired");
            case OUT_OF_TOUCH -> texts.get("roster.category.outOfTouch");
        };
    }

    String kind(MemberChange.Kind kind) {
        return switch (kind) {
            case ENTERED -> texts.get("roster.change.entered");
            case TRANSFERRED -> texts.get("roster.change.transferred");
            case CONFIRMED -> texts.get("roster.change.confirmed");
            case PLACED -> texts.get("roster.change.placed");
            case CORRECTED -> texts.get("roster.change.corrected");
            case DETAILS -> texts.get("roster.change.details");
            case NUMBER -> texts.get("roster.change.number");
            case SEATED -> texts.get("roster.change.seated");
            case UNSEATED -> texts.get("roster.change.unseated");
            case MOVED_OUT -> texts.get("roster.change.movedOut");
            case DIED -> texts.get("roster.change.died");
            case EXPELLED -> texts.get("roster.change.expelled");
            case IMPORTED -> texts.get("roster.change.imported");
            case EXEMPTION_ASKED -> texts.get("roster.change.exemptionAsked");
            case EXEMPTION_GRANTED -> texts.get("roster.change.exemptionGranted");
            case EXEMPTION_REFUSED -> texts.get("roster.change.exemptionRefused");
            case EXEMPTION_ENDED -> texts.get("roster.change.exemptionEnded");
            case CARD_RETIRED -> texts.get("roster.change.cardRetired");
        };
    }

    String card(CardTie.State state) {
        return switch (state) {
            case HELD -> texts.get("roster.card.held");
            case BEFORE -> texts.get("roster.card.before");
            case ANOTHERS -> texts.get("roster.card.anothers");
            case LATE -> texts.get("roster.card.late");
            case UNKNOWN_SECRET -> texts.get("roster.card.unknown");
        };
    }

    String fault(ResidentNumber.Fault fault) {
        return switch (fault) {
            case LENGTH -> texts.get("roster.number.length");
            case CHARACTERS -> texts.get("roster.number.characters");
            case BIRTH -> texts.get("roster.number.birth");
            case CHECK -> texts.get("roster.number.check");
        };
    }

    String refusal(RosterDesk.Refusal why) {
        return switch (why) {
            case NO_BRANCH -> texts.get("roster.refused.branch");
            case NO_GROUP -> texts.get("roster.refused.group");
            case NUMBER_TAKEN -> texts.get("roster.refused.number");
            case BEFORE_THE_LAST -> texts.get("roster.refused.before");
            case AS_IT_IS -> texts.get("roster.refused.same");
            case GONE -> texts.get("roster.refused.gone");
            case NOT_FULL -> texts.get("roster.refused.notFull");
            case SECOND_SECRETARY -> texts.get("roster.refused.secretary");
            case ALREADY_EXEMPT -> texts.get("roster.refused.alreadyExempt");
            case NOT_WAITING -> texts.get("roster.refused.notWaiting");
            case OWN_APPROVAL -> texts.get("roster.refused.ownApproval");
            case IN_THE_FUTURE -> texts.get("roster.refused.notYet");
            case IN_THE_PAST -> texts.get("roster.refused.past");
            case NO_CARD -> texts.get("roster.refused.noCard");
        };
    }
}
