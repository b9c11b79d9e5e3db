package cn.dangqun.bench.farm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Several things at once, until all are done.
final class Together {
    private Together() {}

    interface Deed {
        void happen() throws IOException, InterruptedException;
    }

    static Callable<Boolean> task(Deed deed) {
        return () -> {
            deed.happen();
            return true;
        };
    }

    /// What each came to, in order.
    ///
    /// @throws IOException when one of them broke down; its cause is the first that did
    static <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException, IOException {
        var first = new AtomicReference<@Nullable Throwable>();
        var results = new ArrayList<T>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : workers.invokeAll(
                    tasks.stream().map(task -> noting(task, first)).toList())) {
                results.add(each.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("the farm broke down", first.get());
        }
        return results;
    }

    private static <T> Callable<T> noting(Callable<T> task, AtomicReference<@Nullable Throwable> first) {
        return () -> {
            try {
                return task.call();
            } catch (Exception | Error e) {
                first.compareAndSet(null, e);
                throw e;
            }
        };
    }
}
