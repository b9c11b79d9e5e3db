package cn.dangqun.kiosk.staff;

import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.ReviewItem;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// What the street's reviewers gave back to the branches here, and what staff answer to it. May be called from any
/// thread; never blocks.
public interface ReturnedDesk {
    /// Oldest first, without what was answered here since the program started.
    List<Returned> list();

    /// False when it could not be recorded: then nothing has changed. Never completes exceptionally.
    CompletableFuture<Boolean> answer(ReviewItem item, Handling by);

    /// `title` says what it is, names masked; `note` what is asked.
    record Returned(ReviewItem item, String title, String note) {}
}
