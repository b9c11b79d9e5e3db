package cn.dangqun.domain.wall;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// One version of what may hang in a frame, and the only door through which it comes to the wall (F-38): two persons,
/// a 保密审查, nothing internal, nothing unproofread. Every step is total: it is taken or refused with a reason.
public record WallVersion(
        WallPieceId id,
        WallSlot slot,
        WallPlace place,
        int number,
        WallDraft draft,
        Set<String> writers,
        WallLife life) {
    public static final int LONGEST_REASON = 100;

    public WallVersion {
        writers = Set.copyOf(writers);
        if (!slot.hangsAt(place)) {
            throw new IllegalArgumentException("wall slot " + slot.id() + " does not hang at " + place);
        }
        if (number < 1) {
            throw new IllegalArgumentException("versions of a wall piece count from 1");
        }
        if (writers.isEmpty()) {
            throw new IllegalArgumentException("somebody wrote " + id);
        }
    }

    public static WallVersion begin(
            WallPieceId id, WallSlot slot, WallPlace place, int number, WallDraft draft, String writer) {
        return new WallVersion(id, slot, place, number, draft, Set.of(writer), new WallLife.Draft());
    }

    /// How far it has come, seen on a day.
    public WallStage stageOn(LocalDate day) {
        return switch (life) {
            case WallLife.Draft _ -> WallStage.DRAFT;
            case WallLife.Submitted _ -> WallStage.SUBMITTED;
            case WallLife.Approved _ -> WallStage.APPROVED;
            case WallLife.Published _ -> draft.validity().hasEndedBy(day) ? WallStage.EXPIRED : WallStage.PUBLISHED;
            case WallLife.Withdrawn _ -> WallStage.WITHDRAWN;
        };
    }

    /// Words change in a draft only; whoever changes them is one of its writers from then on.
    public WallMove rewrite(WallDraft words, String writer) {
        if (!(life instanceof WallLife.Draft)) {
            return new WallMove.Refused(WallRefusal.NOT_NOW);
        }
        var all = new HashSet<>(writers);
        all.add(writer);
        return new WallMove.Taken(new WallVersion(id, slot, place, number, words, all, life));
    }

    public WallMove submit(Signature by, LocalDate today) {
        return life instanceof WallLife.Draft
                ? unlessUnfit(today, new WallLife.Submitted(by))
                : new WallMove.Refused(WallRefusal.NOT_NOW);
    }

    /// Whether it waits for a decision that this person may make.
    public boolean mayBeApprovedBy(String login) {
        return life instanceof WallLife.Submitted submitted && WallLife.mayApprove(login, writers, submitted);
    }

    /// Back to the writers, with words why; also what was approved and has not come to the wall.
    public WallMove giveBack(String reason) {
        if (!(life instanceof WallLife.Submitted || life instanceof WallLife.Approved)) {
            return new WallMove.Refused(WallRefusal.NOT_NOW);
        }
        return isReason(reason) ? to(new WallLife.Draft()) : new WallMove.Refused(WallRefusal.NO_REASON);
    }

    public WallMove approve(Signature by, WallAnswer answer, LocalDate today) {
        if (!(life instanceof WallLife.Submitted submitted)) {
            return new WallMove.Refused(WallRefusal.NOT_NOW);
        }
        if (!WallLife.mayApprove(by.login(), writers, submitted)) {
            return new WallMove.Refused(WallRefusal.SAME_PERSON);
        }
        if (!answer.secrecyReviewed()) {
            return new WallMove.Refused(WallRefusal.NO_SECRECY_REVIEW);
        }
        return answer.differs() && !answer.differenceSeen()
                ? new WallMove.Refused(WallRefusal.DIFFERENCE_UNSEEN)
                : unlessUnfit(today, new WallLife.Approved(submitted.submitted(), by));
    }

    public WallMove publish(Signature by, LocalDate today) {
        return life instanceof WallLife.Approved(var submitted, var approved)
                ? unlessUnfit(today, new WallLife.Published(submitted, approved, by))
                : new WallMove.Refused(WallRefusal.NOT_NOW);
    }

    public WallMove withdraw(Signature by, String reason) {
        if (!(life instanceof WallLife.Published published)) {
            return new WallMove.Refused(WallRefusal.NOT_NOW);
        }
        return isReason(reason)
                ? to(new WallLife.Withdrawn(published.published(), by, reason.strip()))
                : new WallMove.Refused(WallRefusal.NO_REASON);
    }

    /// A newer version has taken its place.
    public WallMove replace(Signature by) {
        return life instanceof WallLife.Published published
                ? to(new WallLife.Withdrawn(published.published(), by, ""))
                : new WallMove.Refused(WallRefusal.NOT_NOW);
    }

    private static boolean isReason(String reason) {
        return !reason.isBlank() && reason.strip().length() <= LONGEST_REASON;
    }

    /// Why this may not hang, whoever asks.
    public Optional<WallRefusal> unfit(LocalDate today) {
        if (slot.isForbidden()) {
            return Optional.of(WallRefusal.FORBIDDEN_FRAME);
        }
        if (!draft.classification().mayHang()) {
            return Optional.of(WallRefusal.INTERNAL);
        }
        if (slot.official() && !draft.pictures().isEmpty()) {
            return Optional.of(WallRefusal.PICTURE_OF_OFFICIAL_TEXT);
        }
        if (!draft.pictures().stream().allMatch(WallPicture::isDescribed)) {
            return Optional.of(WallRefusal.PICTURE_WITHOUT_WORDS);
        }
        if (draft.classification() != slot.holds()) {
            return Optional.of(WallRefusal.WRONG_KIND);
        }
        if (draft.validity().hasEndedBy(today)) {
            return Optional.of(WallRefusal.ENDED);
        }
        return slot.official() ? unproven(today) : Optional.empty();
    }

    private Optional<WallRefusal> unproven(LocalDate today) {
        if (draft.source().isEmpty()) {
            return Optional.of(WallRefusal.NO_SOURCE);
        }
        return draft.source().get().unproven(today);
    }

    private WallMove unlessUnfit(LocalDate today, WallLife next) {
        return unfit(today).<WallMove>map(WallMove.Refused::new).orElseGet(() -> to(next));
    }

    private WallMove to(WallLife next) {
        return new WallMove.Taken(new WallVersion(id, slot, place, number, draft, writers, next));
    }

    /// What the kiosks receive; empty unless it is published.
    public Optional<WallPiece> piece(ZoneId zone) {
        if (!(life instanceof WallLife.Published published)) {
            return Optional.empty();
        }
        var day = LocalDate.ofInstant(published.published().at(), zone);
        return Optional.of(new WallPiece(
                id,
                slot.id(),
                place,
                number,
                draft.classification(),
                draft.text(),
                draft.source(),
                draft.validity(),
                day,
                published.published().at(),
                draft.pictures()));
    }
}
