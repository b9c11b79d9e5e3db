package cn.dangqun.server.review;

import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.Place;
import cn.dangqun.server.ledger.Projection;
import cn.dangqun.server.reference.ReferenceLedger;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// What kiosks answered to what was returned: it leaves the kiosks and comes back to the reviewers. When it was
/// answered is told by the street's clock, as when it was returned.
public record ReturnAnswers(ReferenceLedger reference) implements Projection {
    @Override
    public String name() {
        return "answers to returns";
    }

    @Override
    public int form() {
        return 1;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        if (recorded.fact() instanceof StaffFact.ReturnAnswered answered) {
            var received = received(handle, place);
            keep(handle, recorded, answered, received);
            takeAway(handle, answered.item(), received, changes);
            answered.item().activity().ifPresent(changes::activity);
        }
        return true;
    }

    private static Instant received(Handle handle, Place place) {
        return handle.createQuery("SELECT received_at FROM fact WHERE street = 1 AND chain = ? AND seq = ?")
                .bind(0, place.chain())
                .bind(1, place.seq())
                .mapTo(Long.class)
                .map(Instant::ofEpochMilli)
                .one();
    }

    private static void keep(
            Handle handle, RecordedFact recorded, StaffFact.ReturnAnswered answered, Instant received) {
        handle.execute(
                "INSERT INTO returned_answer (street, kind, item, words, staff, kiosk, at) VALUES (1, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (street, kind, item) DO UPDATE SET words = excluded.words,"
                        + " staff = excluded.staff, kiosk = excluded.kiosk, at = excluded.at"
                        + " WHERE excluded.at >= returned_answer.at",
                answered.item().kind().name(),
                answered.item().key(),
                answered.by().reason(),
                answered.staff(),
                recorded.id().kiosk().value(),
                received.toEpochMilli());
    }

    /// What was returned again after that answer stays; so it does when everything is read anew.
    private void takeAway(Handle handle, ReviewItem item, Instant received, ChangeLog changes) {
        var id = item.name();
        boolean answered = reference.items(handle, ReferenceKind.RETURNED).stream()
                .anyMatch(each -> each instanceof ReferenceItem.ReturnedItem returned
                        && returned.id().equals(id)
                        && !returned.at().isAfter(received));
        if (answered) {
            reference.remove(handle, changes, ReferenceKind.RETURNED, id);
        }
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM returned_answer");
    }
}
