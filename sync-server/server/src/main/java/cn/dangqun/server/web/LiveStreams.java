package cn.dangqun.server.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All browsers that watch something live. Opened on the event loop; each then runs on a virtual thread of its own.
final class LiveStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

    private final Vertx vertx;
    private final Executor threads;
    private final Broadcast broadcast;
    private final Runnable wakeAll = this::wakeAll;
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();

    LiveStreams(Vertx vertx, Executor threads, Broadcast broadcast) {
        this.vertx = vertx;
        this.threads = threads;
        this.broadcast = broadcast;
        broadcast.add(wakeAll);
    }

    void open(LiveView view, BooleanSupplier signedIn, HttpServerResponse response) {
        var stream = new LiveStream(view, signedIn, response, vertx.getOrCreateContext());
        response.putHeader("Content-Type", "text/event-stream").setChunked(true);
        response.closeHandler(ignored -> stream.leave());
        response.exceptionHandler(ignored -> stream.leave());
        response.writeHead();
        open.add(stream);
        threads.execute(() -> watch(stream));
    }

    private void watch(LiveStream stream) {
        try {
            stream.run();
        } catch (RuntimeException e) {
            LOG.error("a live view failed; its browser will connect again", e);
        } finally {
            open.remove(stream);
        }
    }

    private void wakeAll() {
        open.forEach(LiveStream::wake);
    }

    @Override
    public void close() {
        broadcast.remove(wakeAll);
        open.forEach(LiveStream::leave);
    }
}
