package cn.dangqun.bench.farm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

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
    /// @throws IOException when one of them broke down
    static <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException, IOException {
        var results = new ArrayList<T>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : workers.invokeAll(tasks)) {
                results.add(each.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("the farm broke down", e.getCause());
        }
        return results;
    }
}
