package cn.dangqun.kiosk.staff;

import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// What the street sent, and answers as facts. Until the street takes an item away it is hidden here by when it was
/// returned: returned again, it stands again.
public final class LedgerReturnedDesk implements ReturnedDesk {
    private final Ledger ledger;
    private final ReferenceStore reference;
    private final Map<ReviewItem, Instant> answered = new ConcurrentHashMap<>();

    public LedgerReturnedDesk(Ledger ledger, ReferenceStore reference) {
        this.ledger = ledger;
        this.reference = reference;
    }

    @Override
    public List<Returned> list() {
        return standing().stream()
                .filter(each -> !each.at().equals(answered.get(ReviewItem.named(each.id()))))
                .sorted(Comparator.comparing(ReferenceItem.ReturnedItem::at))
                .map(each -> new Returned(ReviewItem.named(each.id()), each.title(), each.note()))
                .toList();
    }

    private List<ReferenceItem.ReturnedItem> standing() {
        return reference.index().items(ReferenceItem.ReturnedItem.class);
    }

    @Override
    public CompletableFuture<Boolean> answer(ReviewItem item, Handling by) {
        return ledger.append(new StaffFact.ReturnAnswered(item, by)).thenApply(commit -> {
            boolean kept = commit instanceof Commit.Done<?>;
            if (kept) {
                standing().stream()
                        .filter(each -> each.id().equals(item.name()))
                        .forEach(each -> answered.put(item, each.at()));
            }
            return kept;
        });
    }
}
