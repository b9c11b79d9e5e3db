package cn.dangqun.kiosk.staff;

import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.ReviewItem;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Keeps what was returned and answered in memory.
public final class FakeReturned implements ReturnedDesk {
    public final List<Returned> items = new ArrayList<>();
    public final List<Handling> answers = new ArrayList<>();

    @Override
    public List<Returned> list() {
        return List.copyOf(items);
    }

    @Override
    public CompletableFuture<Boolean> answer(ReviewItem item, Handling by) {
        answers.add(by);
        items.removeIf(each -> each.item().equals(item));
        return CompletableFuture.completedFuture(true);
    }
}
