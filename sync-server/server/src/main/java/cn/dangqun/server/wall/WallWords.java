package cn.dangqun.server.wall;

import cn.dangqun.domain.wall.WallClassification;
import cn.dangqun.domain.wall.WallDemand;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallRefusal;
import cn.dangqun.domain.wall.WallStage;
import cn.dangqun.server.text.Texts;

/// The Chinese words of the wall.
final class WallWords {
    private final Texts texts;

    WallWords(Texts texts) {
        this.texts = texts;
    }

    Texts texts() {
        return texts;
    }

    String stage(WallStage stage) {
        return switch (stage) {
            case DRAFT -> texts.get("wall.stage.draft");
            case SUBMITTED -> texts.get("wall.stage.submitted");
            case APPROVED -> texts.get("wall.stage.approved");
            case PUBLISHED -> texts.get("wall.stage.published");
            case EXPIRED -> texts.get("wall.stage.expired");
            case WITHDRAWN -> texts.get("wall.stage.withdrawn");
        };
    }

    String demand(WallDemand demand) {
        return switch (demand) {
            case MANDATORY -> texts.get("wall.demand.mandatory");
            case USUAL -> texts.get("wall.demand.usual");
            case ALLOWED -> texts.get("wall.demand.allowed");
            case FORBIDDEN -> texts.get("wall.demand.forbidden");
        };
    }

    String reach(WallReach reach) {
        return switch (reach) {
            case STREET -> texts.get("wall.reach.street");
            case COMMUNITY -> texts.get("wall.reach.community");
            case SITE -> texts.get("wall.reach.site");
        };
    }

    String classification(WallClassification kind) {
        return switch (kind) {
            case PUBLIC_TEXT -> texts.get("wall.kind.publicText");
            case PUBLIC_RULE -> texts.get("wall.kind.publicRule");
            case SERVICE_PROCESS -> texts.get("wall.kind.serviceProcess");
            case PUBLICITY -> texts.get("wall.kind.publicity");
            case INTERNAL -> texts.get("wall.kind.internal");
        };
    }

    String step(WallDesk.Step step) {
        return switch (step) {
            case WRITTEN -> texts.get("wall.step.written");
            case REWRITTEN -> texts.get("wall.step.rewritten");
            case SUBMITTED -> texts.get("wall.step.submitted");
            case RETURNED -> texts.get("wall.step.returned");
            case APPROVED -> texts.get("wall.step.approved");
            case PUBLISHED -> texts.get("wall.step.published");
            case REPLACED -> texts.get("wall.step.replaced");
            case WITHDRAWN -> texts.get("wall.step.withdrawn");
        };
    }

    String refusal(WallRefusal why) {
        return switch (why) {
            case INTERNAL -> texts.get("wall.refusal.internal");
            case FORBIDDEN_FRAME -> texts.get("wall.refusal.forbiddenFrame");
            case WRONG_KIND -> texts.get("wall.refusal.wrongKind");
            case NO_SOURCE -> texts.get("wall.refusal.noSource");
            case NOT_PROOFREAD -> texts.get("wall.refusal.notProofread");
            case SAME_PERSON -> texts.get("wall.refusal.samePerson");
            case NO_SECRECY_REVIEW -> texts.get("wall.refusal.noSecrecyReview");
            case ENDED -> texts.get("wall.refusal.ended");
            case NO_REASON -> texts.get("wall.refusal.noReason");
            case NOT_NOW -> texts.get("wall.refusal.notNow");
        };
    }

    /// Where it hangs; the street itself has no name here.
    String place(WallPlaces.Named place) {
        return place.name().isEmpty() ? texts.get("wall.reach.street") : place.name();
    }
}
