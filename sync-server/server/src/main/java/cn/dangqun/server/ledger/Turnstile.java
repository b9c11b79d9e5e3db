package cn.dangqun.server.ledger;

import cn.dangqun.server.db.OneProcess;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Lets pushes in to the writer as long as there is room for their bytes. Whoever finds none waits in line, and is
/// let in in the order of coming; meanwhile nothing more is read from that kiosk. So what waits is bounded by
/// bytes, and nobody is sent away for it (decision 0050). Safe for use from several threads.
@OneProcess("What waits for the writer of this process.")
public final class Turnstile {
    private final long mostBytes;
    private final int most;
    private final Deque<Place> line = new ArrayDeque<>();
    private long bytes;
    private int inside;

    /// At most so many pushes, and so many bytes of them, wait at once; one is let in whatever its size.
    Turnstile(int most, long mostBytes) {
        this.most = most;
        this.mostBytes = mostBytes;
    }

    private record Place(long bytes, CompletableFuture<Pass> letIn) {}

    /// Of one that was let in; given back once, when its push is on the disk or will never be.
    public final class Pass {
        private final long own;

        private Pass(long own) {
            this.own = own;
        }

        public void giveBack() {
            // outside the lock: whoever waits may do anything
            left(own).forEach(place -> place.letIn.complete(new Pass(place.bytes)));
        }
    }

    /// Completes when there is room, at once or on the thread of whoever makes it.
    public CompletableFuture<Pass> enter(long size) {
        synchronized (this) {
            if (!line.isEmpty() || !hasRoom(size)) {
                var place = new Place(size, new CompletableFuture<>());
                line.add(place);
                return place.letIn;
            }
            count(size);
        }
        return CompletableFuture.completedFuture(new Pass(size));
    }

    private boolean hasRoom(long size) {
        return inside == 0 || (inside < most && bytes + size <= mostBytes);
    }

    private void count(long size) {
        inside++;
        bytes += size;
    }

    private synchronized List<Place> left(long size) {
        inside--;
        bytes -= size;
        var next = new ArrayList<Place>();
        for (var first = line.peek(); first != null && hasRoom(first.bytes); first = line.peek()) {
            count(first.bytes);
            next.add(line.remove());
        }
        return next;
    }
}
