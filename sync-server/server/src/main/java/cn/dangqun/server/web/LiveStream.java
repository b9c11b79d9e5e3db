package cn.dangqun.server.web;

import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.db.Topic;
import cn.dangqun.server.web.LiveView.Snapshot;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/// One browser that watches a [LiveView]. Runs on its own virtual thread until the browser leaves, the person may not
/// see it any more, the same session watches too much, or the console closes. A connection starts with the whole
/// view, so a lost one heals by connecting again.
@OneProcess("Of one browser, which one process answers.")
final class LiveStream implements Runnable {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    /// What comes after a rest is shown at once. After it the stream rests, so that what changes ever again costs a
    /// bounded share of the machine: four times as long as it took to look, within these.
    private static final Duration SHORTEST_REST = Duration.ofMillis(20);

    private static final Duration LONGEST_REST = Duration.ofMillis(200);
    private static final int REST_OF_LOOK = 4;

    private final Supplier<Look> looking;
    private final Function<Farewell, String> words;
    private final HttpServerResponse response;
    private final Context context;
    private final BlockingQueue<Boolean> wake = new ArrayBlockingQueue<>(1);
    /// What the page shows; empty while it is being made, when any change may matter.
    private volatile Optional<Set<Topic>> shows = Optional.empty();

    private volatile boolean gone;
    private volatile boolean superseded;
    private Optional<Map<String, String>> sent = Optional.empty();

    LiveStream(Supplier<Look> looking, Function<Farewell, String> words, HttpServerResponse response, Context context) {
        this.looking = looking;
        this.words = words;
        this.response = response;
        this.context = context;
    }

    /// What one look came to.
    sealed interface Look {
        record Seen(Snapshot snapshot) implements Look {}

        record Lost(Farewell why) implements Look {}
    }

    /// Never blocks. Wakes only for what the page shows, and when somebody may have lost a right.
    void changed(Set<Topic> topics) {
        if (topics.contains(Topic.Street.ACCOUNTS)
                || shows.filter(shown -> Collections.disjoint(shown, topics)).isEmpty()) {
            wake();
        }
    }

    private void wake() {
        wake.offer(Boolean.TRUE);
    }

    /// The browser left, or the console closes.
    void leave() {
        gone = true;
        wake();
    }

    /// The same session opened too many newer ones; browsers allow only a handful of connections at once.
    void supersede() {
        superseded = true;
        wake();
    }

    /// Why the server ends a stream that the browser still wants; shown in words.
    enum Farewell {
        SIGNED_OUT,
        /// Nobody touched a page with full names for the idle time of its session
        UNATTENDED,
        /// Right or subtree were lost, or the thing itself is gone: the three look the same
        NO_LONGER,
        SUPERSEDED
    }

    @Override
    public void run() {
        try {
            while (!gone) {
                long began = System.nanoTime();
                var lost = superseded ? Optional.of(Farewell.SUPERSEDED) : refresh();
                if (lost.isPresent()) {
                    farewell(lost.get());
                    break;
                }
                TimeUnit.NANOSECONDS.sleep(rest(System.nanoTime() - began));
                wake.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            context.runOnContext(ignored -> finish());
        }
    }

    private static long rest(long looked) {
        return Math.clamp(REST_OF_LOOK * looked, SHORTEST_REST.toNanos(), LONGEST_REST.toNanos());
    }

    /// Empty, or why it is over.
    private Optional<Farewell> refresh() {
        shows = Optional.empty();
        return switch (looking.get()) {
            case Look.Lost(var why) -> Optional.of(why);
            case Look.Seen(var snapshot) -> {
                shows = Optional.of(snapshot.shows());
                show(snapshot);
                yield Optional.empty();
            }
        };
    }

    /// A browser that reads too slowly is left alone until it has caught up.
    private void show(Snapshot snapshot) {
        if (response.writeQueueFull()) {
            return;
        }
        var parts = snapshot.parts();
        var message = new StringBuilder();
        if (!sent.map(before -> isArrangedAlike(before, parts)).orElse(false)) {
            message.append(event("whole", snapshot.whole().get()));
        } else {
            var before = sent.get();
            parts.forEach((name, html) -> {
                if (!html.equals(before.get(name))) {
                    message.append(event(name, html));
                }
            });
        }
        send(message.isEmpty() ? ": still here\n\n" : message.toString());
        sent = Optional.of(parts);
    }

    /// A row that has moved cannot be swapped where it stood.
    private static boolean isArrangedAlike(Map<String, String> before, Map<String, String> parts) {
        return List.copyOf(before.keySet()).equals(List.copyOf(parts.keySet()));
    }

    /// What may no longer be seen leaves the screen.
    private void farewell(Farewell farewell) {
        var sentence = words.apply(farewell);
        boolean hides = farewell == Farewell.NO_LONGER || farewell == Farewell.UNATTENDED;
        var cover = hides ? event("whole", "<p class=\"hint\">" + sentence + "</p>") : "";
        send(cover + event("farewell", sentence) + event("closed", farewell.name()));
    }

    private void send(String text) {
        context.runOnContext(ignored -> {
            if (!response.ended() && !response.closed()) {
                response.write(text);
            }
        });
    }

    private void finish() {
        if (!response.ended() && !response.closed()) {
            response.end();
        }
    }

    private static String event(String name, String html) {
        var out = new StringBuilder("event: ").append(name).append('\n');
        html.lines().forEach(line -> out.append("data: ").append(line).append('\n'));
        return out.append('\n').toString();
    }
}
