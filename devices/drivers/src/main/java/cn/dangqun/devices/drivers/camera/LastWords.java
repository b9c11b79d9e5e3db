package cn.dangqun.devices.drivers.camera;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Empties a process's error stream, so that it never waits for a reader, and keeps the end of it for the log.
final class LastWords implements Runnable {
    private static final int KEPT = 200;

    private final InputStream stream;
    private byte[] tail = new byte[0];

    LastWords(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public void run() {
        var buffer = new byte[KEPT];
        try {
            for (var count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                keep(buffer, count);
            }
        } catch (IOException e) {
            keep(new byte[0], 0); // the process was killed: what it said so far is all there is
        }
    }

    synchronized String text() {
        return new String(tail, StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
    }

    private synchronized void keep(byte[] buffer, int count) {
        var all = Arrays.copyOf(tail, tail.length + count);
        System.arraycopy(buffer, 0, all, tail.length, count);
        tail = Arrays.copyOfRange(all, Math.max(0, all.length - KEPT), all.length);
    }
}
