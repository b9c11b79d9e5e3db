package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.ReviewItem.Answer;
import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.Place;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Follows what reviewers decided about attendance: kept as it was said, and carried into the figures by [Settling],
/// whatever comes first, the decision or what it is about.
final class StreetRulings {
    private final Handle handle;
    private final RulingStore store;
    private final Settling settling;

    StreetRulings(Handle handle) {
        this.handle = handle;
        this.store = new RulingStore(handle);
        this.settling = new Settling(handle);
    }

    void apply(Place place, RecordedFact recorded, StreetFact fact, ChangeLog changes) {
        switch (fact) {
            case StreetFact.GuestMatched matched -> {
                var item = ReviewItem.ofGuest(matched.activity(), matched.guest());
                var detail = new RulingStore.Detail(
                        Optional.of(matched.member()), Optional.of(matched.guest()), Optional.of(matched.as()), false);
                decided(place, recorded, item, Answer.COUNTS, detail, changes);
            }
            case StreetFact.CheckInChosen chosen -> {
                var item = ReviewItem.of(Kind.DUPLICATE, chosen.activity(), chosen.member());
                var detail = new RulingStore.Detail(
                        Optional.of(chosen.member()), Optional.of(chosen.checkIn()), Optional.empty(), false);
                decided(place, recorded, item, Answer.COUNTS, detail, changes);
            }
            case StreetFact.RollAmended amended -> {
                var item = ReviewItem.ofRoll(amended.activity(), amended.member(), amended.organization());
                var detail = new RulingStore.Detail(
                        Optional.of(amended.member()), Optional.empty(), Optional.empty(), amended.voting());
                decided(place, recorded, item, Answer.COUNTS, detail, changes);
            }
            case StreetFact.ItemDecided decided -> {
                if (decided.item().kind() != Kind.PARKED) {
                    decided(place, recorded, decided.item(), decided.answer(), matchedBefore(decided), changes);
                }
            }
            case StreetFact.ActivityReviewed reviewed -> {
                var item = ReviewItem.ofActivity(reviewed.activity(), reviewed.organization());
                decided(place, recorded, item, answer(reviewed.verdict()), RulingStore.Detail.of(item), changes);
            }
            case StreetFact.ParkedSettled _,
                    StreetFact.MonthLocked _,
                    StreetFact.BooksFiled _,
                    StreetFact.StudyNoted _,
                    StreetFact.FeeNoted _,
                    StreetFact.ReportNoted _ -> {}
        }
    }

    private static Answer answer(StreetFact.Verdict verdict) {
        return switch (verdict) {
            case REVIEWED -> Answer.STANDS;
            case RETURNED -> Answer.RETURNED;
        };
    }

    /// A guest's record stays named by whatever is decided about it.
    private static RulingStore.Detail matchedBefore(StreetFact.ItemDecided decided) {
        return RulingStore.Detail.of(decided.item());
    }

    private void decided(
            Place place,
            RecordedFact recorded,
            ReviewItem item,
            Answer answer,
            RulingStore.Detail detail,
            ChangeLog changes) {
        store.put(place, recorded, item, answer, ((StreetFact) recorded.fact()).ruling(), detail);
        item.activity().ifPresent(activity -> {
            follow(item, activity);
            changes.activity(activity);
        });
        if (item.kind() == Kind.OVERLAP) {
            changes.activity(new ActivityId(item.ids().get(2)));
        }
    }

    private void follow(ReviewItem item, ActivityId activity) {
        switch (item.kind()) {
            case GUEST -> new Recognition(handle).follow(activity);
            case ROSTER -> new RollLines(new RollStore(handle), activity).follow();
            case OVERLAP -> {
                settling.count(activity, item.member().orElseThrow());
                settling.count(new ActivityId(item.ids().get(2)), item.member().orElseThrow());
            }
            case DUPLICATE, CLOCK, MAKEUP, UNSIGNED ->
                settling.count(activity, item.member().orElseThrow());
            case LATE, UNCLOSED, PARKED, ACTIVITY -> {}
        }
    }
}
