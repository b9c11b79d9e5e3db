package cn.dangqun.server.web;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// One browser that watches a [LiveView]. Runs on its own virtual thread until the browser leaves, the session ends,
/// the
/// same session watches too much, or the console closes. A connection starts with the whole view, so a lost one heals
/// by
/// connecting again.
final class LiveStream implements Runnable {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
    private static final Duration BREATH = Duration.ofMillis(200);

    private final LiveView view;
    private final BooleanSupplier signedIn;
    private final Function<Farewell, String> words;
    private final HttpServerResponse response;
    private final Context context;
    private final BlockingQueue<Boolean> wake = new ArrayBlockingQueue<>(1);
    private volatile boolean gone;
    private volatile boolean superseded;

    LiveStream(
            LiveView view,
            BooleanSupplier signedIn,
            Function<Farewell, String> words,
            HttpServerResponse response,
            Context context) {
        this.view = view;
        this.signedIn = signedIn;
        this.words = words;
        this.response = response;
        this.context = context;
    }

    /// Never blocks.
    void wake() {
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
        SUPERSEDED
    }

    @Override
    public void run() {
        try {
            Map<String, String> shown = Map.of();
            boolean first = true;
            while (!gone) {
                if (superseded || !signedIn.getAsBoolean()) {
                    farewell(superseded ? Farewell.SUPERSEDED : Farewell.SIGNED_OUT);
                    break;
                }
                shown = show(shown, first);
                first = false;
                TimeUnit.MILLISECONDS.sleep(BREATH.toMillis());
                wake.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            context.runOnContext(ignored -> finish());
        }
    }

    private Map<String, String> show(Map<String, String> shown, boolean first) {
        if (response.writeQueueFull()) {
            return shown;
        }
        var snapshot = view.now();
        var parts = snapshot.parts();
        var message = new StringBuilder();
        if (first || !shown.keySet().equals(parts.keySet())) {
            message.append(event("whole", snapshot.whole()));
        } else {
            parts.forEach((name, html) -> {
                if (!html.equals(shown.get(name))) {
                    message.append(event(name, html));
                }
            });
        }
        send(message.isEmpty() ? ": still here\n\n" : message.toString());
        return parts;
    }

    private void farewell(Farewell farewell) {
        send(event("farewell", words.apply(farewell)) + event("closed", farewell.name()));
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
