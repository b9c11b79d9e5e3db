package cn.dangqun.simulation.world;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/// Everything that passed a line, was shown on a screen or stood on a page, as one digest: two runs of a seed are the
/// same if and only if this is.
public final class Trace {
    private final MessageDigest digest;
    private Consumer<String> listener = line -> {};
    private long entries;

    Trace() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Hears every entry that is text.
    public void listen(Consumer<String> to) {
        listener = to;
    }

    public void note(String text) {
        entries++;
        listener.accept(text);
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    public void note(String where, byte[] bytes) {
        note(where);
        digest.update(bytes);
    }

    public long entries() {
        return entries;
    }

    /// Ends the trace.
    public String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
