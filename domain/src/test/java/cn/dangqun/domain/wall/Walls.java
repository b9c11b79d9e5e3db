package cn.dangqun.domain.wall;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.period.PeriodKind;
import cn.dangqun.domain.rule.RuleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// Frames and pieces for tests.
final class Walls {
    static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    static final Instant NOW = Instant.parse("2026-11-26T02:00:00Z");
    static final WallSlot OATH = slot("oath", WallDemand.MANDATORY, WallClassification.PUBLIC_TEXT, true);
    static final WallSlot ROOM = slot("room-rules", WallDemand.MANDATORY, WallClassification.PUBLIC_RULE, false);
    static final WallSlot INTERNAL = slot("internal", WallDemand.FORBIDDEN, WallClassification.INTERNAL, false);
    static final WallSource PROOFREAD = new WallSource("章程第六条", "二十大修改", Optional.of(TODAY));
    static final WallSource UNREAD = new WallSource("章程第三条", "二十大修改", Optional.empty());
    static final WallText TEXT = new WallText("样例标题", "样例正文");

    private Walls() {}

    static WallSlot slot(String id, WallDemand demand, WallClassification holds, boolean official) {
        return new WallSlot(
                new WallSlotId(id),
                "样例栏目",
                WallGroup.RULES,
                1,
                demand,
                holds,
                WallReach.STREET,
                official,
                Optional.empty(),
                new RuleId("R-005"));
    }

    static WallDraft draft(WallClassification kind, Optional<WallSource> source, Validity validity) {
        return new WallDraft(kind, TEXT, source, validity);
    }

    static WallVersion version(WallSlot slot, WallDraft draft, String writer) {
        return WallVersion.begin(new WallPieceId("v-1"), slot, new WallPlace.Street(), 1, draft, writer);
    }

    static WallPiece piece(String id, WallSlot slot, int number, Validity validity) {
        return new WallPiece(
                new WallPieceId(id),
                slot.id(),
                new WallPlace.Street(),
                number,
                slot.holds(),
                TEXT,
                slot.official() ? Optional.of(PROOFREAD) : Optional.empty(),
                validity,
                validity.from());
    }

    static WallPiece piece(
            String id, WallSlot slot, int number, Validity validity, LocalDate publishedOn, Instant publishedAt) {
        return new WallPiece(
                new WallPieceId(id),
                slot.id(),
                new WallPlace.Street(),
                number,
                slot.holds(),
                TEXT,
                Optional.empty(),
                validity,
                publishedOn,
                publishedAt);
    }

    /// 党费收缴情况: one per branch, twice a year.
    static WallSlot fees() {
        return new WallSlot(
                new WallSlotId("fees"),
                "党费收缴情况",
                WallGroup.RULES,
                2,
                WallDemand.USUAL,
                WallClassification.PUBLICITY,
                WallReach.BRANCH,
                false,
                Optional.of(new WallColumn(
                        PublicityColumn.PARTY, new PublicityCycle(PeriodKind.HALF_YEAR, OptionalInt.of(10)), true)),
                new RuleId("R-131"));
    }

    static WallPiece ofBranch(String branch, String id, int number, String on) {
        var day = LocalDate.parse(on);
        return new WallPiece(
                new WallPieceId(id),
                fees().id(),
                new WallPlace.Branch(new OrganizationId(branch)),
                number,
                WallClassification.PUBLICITY,
                TEXT,
                Optional.empty(),
                Validity.from(day),
                day);
    }

    static Validity until(String from, String until) {
        return new Validity(LocalDate.parse(from), Optional.of(LocalDate.parse(until)));
    }

    static Signature by(String login) {
        return new Signature(login, NOW);
    }

    static PublicityCycle quarterly() {
        return new PublicityCycle(PeriodKind.QUARTER, OptionalInt.empty());
    }
}
