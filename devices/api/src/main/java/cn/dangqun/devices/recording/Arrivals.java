package cn.dangqun.devices.recording;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What arrived since it was last written down, and in which pieces: it can only be scrubbed as a whole, and the pieces
/// are what drivers stumble over. For one thread.
final class Arrivals {
    private static final int FULL = 64 * 1024;

    private final Gathered gathered = new Gathered();
    private final List<Piece> pieces = new ArrayList<>();
    private long silentMillis;

    /// So many bytes in one read, after so much silence.
    private record Piece(long silentMillis, int length) {}

    void add(byte[] bytes, int count) {
        gathered.write(bytes, 0, count);
        pieces.add(new Piece(silentMillis, count));
        silentMillis = 0;
    }

    void silent(long millis) {
        silentMillis += millis;
    }

    /// How long it has been silent since the last byte.
    long silentMillis() {
        return silentMillis;
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    boolean isFull() {
        return gathered.size() >= FULL;
    }

    /// Gives out all of it, scrubbed; afterwards there is nothing but the silence that goes on.
    List<SessionStep> drain(Scrubber scrubber) {
        var steps = new ArrayList<SessionStep>();
        var scrubbed = scrubber.received(gathered.toByteArray());
        int at = 0;
        for (var piece : pieces) {
            addSilence(steps, piece.silentMillis());
            steps.add(SessionStep.received(Arrays.copyOfRange(scrubbed, at, at + piece.length())));
            at += piece.length();
        }
        pieces.clear();
        gathered.wipe();
        return steps;
    }

    /// The silence that went on up to now.
    List<SessionStep> drainSilence() {
        var steps = new ArrayList<SessionStep>();
        addSilence(steps, silentMillis);
        silentMillis = 0;
        return steps;
    }

    private static void addSilence(List<SessionStep> steps, long millis) {
        if (millis > 0) {
            steps.add(new SessionStep.Silence(millis));
        }
    }

    /// May hold a whole card until it is scrubbed.
    private static final class Gathered extends ByteArrayOutputStream {
        void wipe() {
            Arrays.fill(buf, (byte) 0);
            reset();
        }
    }
}
