package cn.dangqun.server.web;

import java.nio.file.Path;
import java.util.Optional;

/// Where the console listens and how. Port 0 means any free port. Without `tls` only this machine reaches it; a
/// settings file that says otherwise is refused.
public record ConsoleSettings(String host, int port, Optional<Tls> tls, boolean demo) {

    /// PEM files of the console's certificate chain and its PKCS#8 key.
    public record Tls(Path certificate, Path key) {}
}
