package cn.dangqun.server.vault;

import java.io.IOException;
import java.nio.file.Path;

/// All secrets of a street behind one door (DESIGN §7, docs/decisions/0015). Keys are [Secrets]; one-time codes and
/// sessions are rows, so that every process with the street's database has them. Several processes share a vault by
/// sharing those two; nothing else of a process is secret. Safe for use from several threads.
public record Vault(
        Secrets secrets, OneTimeCodes codes, SessionTokens sessions, KnownBrowsers browsers, ConsoleKey console) {
    /// Keys as files in `directory`, which is made when it is not there, open to its owner alone.
    public static Vault in(Path directory) throws IOException {
        var secrets = FileSecrets.in(directory);
        return new Vault(
                secrets, new OneTimeCodes(), new SessionTokens(), new KnownBrowsers(), new ConsoleKey(secrets));
    }
}
