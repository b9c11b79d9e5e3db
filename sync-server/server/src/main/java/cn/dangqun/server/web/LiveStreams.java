package cn.dangqun.server.web;

import cn.dangqun.server.db.Changes;
import cn.dangqun.server.db.CommitListener;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.text.Texts;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All browsers that watch something live. Opened on the event loop; each then runs on a virtual thread of its own.
@OneProcess("Browsers that look at this process; the limit of streams for a session holds in each process by itself.")
final class LiveStreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

    /// Browsers open six connections to one address; two stay free for pages.
    private static final int MOST_PER_SESSION = 4;

    private final Vertx vertx;
    private final Executor threads;
    private final Broadcast broadcast;
    private final CommitListener tellAll = this::tellAll;
    private final Texts texts;
    private final Set<Watch> open = new LinkedHashSet<>();

    LiveStreams(Vertx vertx, Executor threads, Broadcast broadcast, Texts texts) {
        this.vertx = vertx;
        this.texts = texts;
        this.threads = threads;
        this.broadcast = broadcast;
        broadcast.add(tellAll);
    }

    private record Watch(String session, LiveStream stream) {
        @Override
        public String toString() {
            return "Watch";
        }
    }

    /// `looking` re-admits the person each time before it looks.
    void open(Supplier<LiveStream.Look> looking, String session, HttpServerResponse response) {
        var stream = new LiveStream(looking, this::words, response, vertx.getOrCreateContext());
        begin(response).setChunked(true);
        response.closeHandler(ignored -> stream.leave());
        response.exceptionHandler(ignored -> stream.leave());
        response.writeHead();
        var watch = new Watch(session, stream);
        add(watch);
        threads.execute(() -> run(watch));
    }

    /// A proxy that gathered what comes would hold every change back.
    static HttpServerResponse begin(HttpServerResponse response) {
        return response.putHeader("Content-Type", "text/event-stream").putHeader("X-Accel-Buffering", "no");
    }

    private synchronized void add(Watch watch) {
        var own =
                open.stream().filter(each -> each.session.equals(watch.session)).toList();
        own.stream().limit(Math.max(0, own.size() + 1 - MOST_PER_SESSION)).forEach(each -> each.stream.supersede());
        open.add(watch);
    }

    private String words(LiveStream.Farewell farewell) {
        return switch (farewell) {
            case SIGNED_OUT -> texts.get("web.live.signedOut");
            case UNATTENDED -> texts.get("web.live.unattended");
            case NO_LONGER -> texts.get("web.live.noLonger");
            case SUPERSEDED -> texts.get("web.live.superseded");
        };
    }

    private void run(Watch watch) {
        try {
            watch.stream.run();
        } catch (RuntimeException e) {
            LOG.error("a live view failed; its browser will connect again", e);
        } finally {
            remove(watch);
        }
    }

    private synchronized void remove(Watch watch) {
        open.remove(watch);
    }

    private synchronized void tellAll(Changes changes) {
        open.forEach(each -> each.stream.changed(changes.topics()));
    }

    @Override
    public void close() {
        broadcast.remove(tellAll);
        leaveAll();
    }

    private synchronized void leaveAll() {
        open.forEach(each -> each.stream.leave());
    }
}
