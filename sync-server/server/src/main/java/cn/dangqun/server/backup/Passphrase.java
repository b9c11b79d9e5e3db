package cn.dangqun.server.backup;

import java.util.Optional;

/// The recovery passphrase: with it a backup can be opened, without it nobody can.
public record Passphrase(String text) {
    /// Shorter ones are guessed.
    static final int LEAST = 12;

    /// Without what an editor adds at the end of a file; empty when it is too short.
    public static Optional<Passphrase> of(String written) {
        var text = written.strip();
        return text.codePointCount(0, text.length()) < LEAST ? Optional.empty() : Optional.of(new Passphrase(text));
    }

    @Override
    public String toString() {
        return "Passphrase[hidden]";
    }
}
