package cn.dangqun.server.review;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.fact.AttendanceFact.Counting;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.ReviewItem.Answer;
import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.domain.fact.StreetFact.Ruling;
import cn.dangqun.domain.fact.StreetFact.Settlement;
import cn.dangqun.domain.fact.StreetFact.Verdict;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.attendance.RollDifferences;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.review.Waiting.Decided;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Viewer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/// Decides what waits: a fact of the street, and what was noted about who did it, in one commit. Nothing is
/// overwritten; whoever comes second is told what the first decided. Blocks.
record InboxDesk(Database database, StreetLedger street, RollDifferences rolls, Returns returns, Times times) {
    static final int LONGEST_REASON = 200;

    /// `seen` is the mark of the decision that the page showed, empty for none.
    record Order(ReviewItem item, String code, Optional<MemberId> member, String reason, String seen) {}

    sealed interface Outcome {
        record Done() implements Outcome {}

        /// Somebody else was quicker, or took it back meanwhile.
        record Overtaken(Optional<Decided> by) implements Outcome {}

        /// Nobody decides about what they recorded, led, or what concerns them (OQ-30).
        record OwnMatter() implements Outcome {}

        /// Cannot be decided so: the record is gone, or the person is not known.
        record Impossible() implements Outcome {}
    }

    Outcome decide(Order order, Viewer viewer, Actor actor) {
        return database.write((handle, changes) -> {
            var reader = new CaseReader(handle);
            var standing = reader.decided(order.item()).filter(each -> each.answer() != Answer.REOPENED);
            if (!standing.map(Decided::mark).orElse("").equals(order.seen())) {
                return new Outcome.Overtaken(standing);
            }
            if (!new ReviewedReader(handle, times.now()).mayBeDecided(order.item())) {
                return new Outcome.Impossible();
            }
            var about = reader.read(new Waiting(order.item(), "", times.now(), standing));
            if (new OwnMatters(handle).concern(about, viewer)) {
                return new Outcome.OwnMatter();
            }
            var fact = fact(handle, about, order, new Ruling(actor.login(), order.reason()));
            fact.ifPresent(each -> record(handle, changes, each, order.item(), actor));
            return fact.isPresent() ? new Outcome.Done() : new Outcome.Impossible();
        });
    }

    private void record(Handle handle, ChangeLog changes, StreetFact fact, ReviewItem item, Actor actor) {
        street.append(handle, changes, fact);
        returns.follow(handle, changes, item);
        actor.note(handle, times.now(), action(fact), subject(item));
    }

    private static Action action(StreetFact fact) {
        return fact instanceof StreetFact.ItemDecided decided && decided.answer() == Answer.REOPENED
                ? Action.ITEM_REOPENED
                : Action.ITEM_DECIDED;
    }

    static String subject(ReviewItem item) {
        return item.kind() + " " + item.key();
    }

    private Optional<StreetFact> fact(Handle handle, Case about, Order order, Ruling ruling) {
        var item = order.item();
        if (order.code().startsWith(Choices.CHOOSE)) {
            return chosen(about, order, ruling);
        }
        return switch (order.code()) {
            case Choices.MATCH -> matched(handle, about, order, ruling);
            case Choices.DISREGARDED -> settled(item, Settlement.DISREGARDED, ruling);
            case Choices.OTHERWISE -> settled(item, Settlement.RECORDED_OTHERWISE, ruling);
            default ->
                item.kind() == Kind.ROSTER && order.code().equals(Answer.COUNTS.name())
                        ? amended(handle, item, ruling)
                        : answered(order, ruling);
        };
    }

    private static Optional<StreetFact> answered(Order order, Ruling ruling) {
        for (var answer : Answer.values()) {
            if (answer.name().equals(order.code()) && mayAnswer(order, answer)) {
                return Optional.of(
                        order.item().kind() == Kind.ACTIVITY && answer != Answer.REOPENED
                                ? reviewed(order.item(), answer, ruling)
                                : new StreetFact.ItemDecided(order.item(), answer, ruling));
            }
        }
        return Optional.empty();
    }

    private static StreetFact reviewed(ReviewItem item, Answer answer, Ruling ruling) {
        return new StreetFact.ActivityReviewed(
                item.activity().orElseThrow(),
                item.organization().orElseThrow(),
                answer == Answer.RETURNED ? Verdict.RETURNED : Verdict.REVIEWED,
                ruling);
    }

    private static boolean mayAnswer(Order order, Answer answer) {
        var kind = order.item().kind();
        return switch (answer) {
            case REOPENED -> !order.seen().isEmpty();
            case AT_FIRST, AT_OTHER -> kind == Kind.OVERLAP;
            case RETURNED, STANDS -> kind != Kind.PARKED;
            case COUNTS -> kind == Kind.MAKEUP || kind == Kind.UNSIGNED || kind == Kind.LATE;
            case SET_ASIDE -> kind == Kind.MAKEUP || kind == Kind.CLOCK;
        };
    }

    private static Optional<StreetFact> settled(ReviewItem item, Settlement settlement, Ruling ruling) {
        return item.fact()
                .filter(each -> item.kind() == Kind.PARKED)
                .map(record -> new StreetFact.ParkedSettled(record, settlement, ruling));
    }

    private static Optional<StreetFact> chosen(Case about, Order order, Ruling ruling) {
        return record(order.code().substring(Choices.CHOOSE.length()))
                .filter(id -> order.item().kind() == Kind.DUPLICATE
                        && about.taps().stream().anyMatch(each -> each.id().equals(id) && !each.awaiting()))
                .map(id -> new StreetFact.CheckInChosen(
                        order.item().activity().orElseThrow(),
                        order.item().member().orElseThrow(),
                        id,
                        ruling));
    }

    private static Optional<FactId> record(String text) {
        try {
            var parts = Pattern.compile("/").splitAsStream(text).toList();
            return parts.size() == 3
                    ? Optional.of(new FactId(
                            new KioskId(parts.get(0)), new Epoch(parts.get(1)), Long.parseLong(parts.get(2))))
                    : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// On a roll of the activity the person counts for it; without one they were there as a guest.
    private static Optional<StreetFact> matched(Handle handle, Case about, Order order, Ruling ruling) {
        var item = order.item();
        var tap = about.named();
        if (item.kind() != Kind.GUEST || tap.isEmpty() || order.member().isEmpty()) {
            return Optional.empty();
        }
        var activity = item.activity().orElseThrow();
        var member = order.member().get();
        var roll = handle.createQuery("SELECT l.organization FROM attendance_line l WHERE l.street = 1"
                        + " AND l.activity = ? AND l.member = ? ORDER BY l.organization LIMIT 1")
                .bind(0, activity.value())
                .bind(1, member.value())
                .mapTo(String.class)
                .findOne()
                .map(OrganizationId::new);
        boolean late = handle.createQuery("SELECT late_after_at FROM activity WHERE street = 1 AND id = ?")
                .bind(0, activity.value())
                .mapTo(Long.class)
                .findOne()
                .filter(after -> tap.get().at().toEpochMilli() > after)
                .isPresent();
        var as = new Counting(roll.isPresent() ? AttendanceRole.MEMBER : AttendanceRole.OBSERVER, roll, late, false);
        return Optional.of(new StreetFact.GuestMatched(activity, item.fact().orElseThrow(), member, as, ruling));
    }

    private Optional<StreetFact> amended(Handle handle, ReviewItem item, Ruling ruling) {
        var activity = item.activity().orElseThrow();
        var member = item.member().orElseThrow();
        var organization = new OrganizationId(item.ids().get(2));
        return rolls.byRoster(handle, activity, organization, member)
                .map(entry -> new StreetFact.RollAmended(activity, organization, member, entry.voting(), ruling));
    }
}
