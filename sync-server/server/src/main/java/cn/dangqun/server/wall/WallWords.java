package cn.dangqun.server.wall;

import cn.dangqun.domain.wall.PublicityState;
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
            case SCHEDULED -> texts.get("wall.stage.scheduled");
            case STANDBY -> texts.get("wall.stage.standby");
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
            case BRANCH -> texts.get("wall.reach.branch");
            case SITE -> texts.get("wall.reach.site");
        };
    }

    String cell(WallModel.CellState state) {
        return switch (state) {
            case PRESENT -> texts.get("wall.cell.present");
            case OVERDUE -> texts.get("wall.cell.overdue");
            case EXPIRED -> texts.get("wall.cell.expired");
            case MISSING -> texts.get("wall.cell.missing");
            case BUILT_IN -> texts.get("wall.cell.builtIn");
            case EMPTY -> texts.get("wall.cell.empty");
            case FORBIDDEN -> texts.get("wall.demand.forbidden");
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
            case FILED -> texts.get("wall.step.filed");
        };
    }

    String refusal(WallRefusal why) {
        return switch (why) {
            case INTERNAL -> texts.get("wall.refusal.internal");
            case FORBIDDEN_FRAME -> texts.get("wall.refusal.forbiddenFrame");
            case PICTURE_OF_OFFICIAL_TEXT -> texts.get("wall.refusal.pictureOfOfficialText");
            case PICTURE_WITHOUT_WORDS -> texts.get("wall.refusal.pictureWithoutWords");
            case WRONG_KIND -> texts.get("wall.refusal.wrongKind");
            case NO_SOURCE -> texts.get("wall.refusal.noSource");
            case NOT_PROOFREAD -> texts.get("wall.refusal.notProofread");
            case NO_EDITION -> texts.get("wall.refusal.noEdition");
            case PROOFREAD_DAY -> texts.get("wall.refusal.proofreadDay");
            case DIFFERENCE_UNSEEN -> texts.get("wall.refusal.differenceUnseen");
            case SAME_PERSON -> texts.get("wall.refusal.samePerson");
            case NO_SECRECY_REVIEW -> texts.get("wall.refusal.noSecrecyReview");
            case ENDED -> texts.get("wall.refusal.ended");
            case NO_REASON -> texts.get("wall.refusal.noReason");
            case NOT_NOW -> texts.get("wall.refusal.notNow");
        };
    }

    /// By when a column was due, and how often that has passed.
    String owed(PublicityState standing) {
        return standing.missed() > 1
                ? texts.get("wall.cell.owed", standing.nextDue(), standing.missed())
                : texts.get("wall.cell.wasDue", standing.nextDue());
    }

    /// The same where there is little room.
    String owedBriefly(PublicityState standing) {
        return standing.missed() > 1
                ? texts.get("wall.cell.owedBriefly", standing.missed())
                : texts.get("wall.cell.wasDue", standing.nextDue());
    }

    /// Where it hangs; the street itself has no name here.
    String place(WallPlaces.Named place) {
        return place.name().isEmpty() ? texts.get("wall.reach.street") : place.name();
    }
}
