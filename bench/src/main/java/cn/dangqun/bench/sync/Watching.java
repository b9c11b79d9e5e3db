package cn.dangqun.bench.sync;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A page that is open: when it first showed how many people.
final class Watching implements AutoCloseable {
    /// A figure of the summary above the rows.
    private static final Pattern FIGURE = Pattern.compile("</dt><dd>(\\d+)</dd>");
    private static final long PATIENCE_MILLIS = 20_000;

    private final InputStream stream;
    private final int base;
    private final TreeMap<Integer, Long> shown = new TreeMap<>();

    /// `base`: how many were there before; of a summary the one figure above it is of who came since.
    Watching(InputStream stream, int base) {
        this.stream = stream;
        this.base = base;
        Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                long now = System.nanoTime();
                FIGURE.matcher(line)
                        .results()
                        .map(found -> Integer.parseInt(found.group(1)))
                        .filter(number -> number >= base)
                        .forEach(number -> note(number - base, now));
            }
        } catch (IOException e) {
            note(Integer.MAX_VALUE, System.nanoTime()); // it was closed
        }
    }

    private synchronized void note(int people, long now) {
        if (shown.isEmpty() || people > shown.lastKey()) {
            shown.put(people, now);
            notifyAll();
        }
    }

    /// When it first showed so many or more; waits for it.
    synchronized long shown(int people) throws InterruptedException {
        long until = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (shown.ceilingEntry(people) == null) {
            long left = until - System.currentTimeMillis();
            if (left <= 0) {
                throw new IllegalStateException("the page never showed " + people + ", but " + shown);
            }
            wait(left);
        }
        return shown.ceilingEntry(people).getValue();
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
