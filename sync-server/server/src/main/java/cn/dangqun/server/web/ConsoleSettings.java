package cn.dangqun.server.web;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Where the console listens and how. Port 0 means any free port. Without `tls` only this machine reaches it; a
/// settings file that says otherwise is refused. What `proxies` say of a browser is believed; `zone` is the street's.
public record ConsoleSettings(
        String host, int port, Optional<Tls> tls, List<InetAddress> proxies, boolean demo, ZoneId zone) {
    public ConsoleSettings {
        proxies = List.copyOf(proxies);
    }

    /// The console's certificate chain and its PKCS#8 key, as PEM.
    public sealed interface Tls {
        record Files(Path certificate, Path key) implements Tls {}

        record Issued(String chain, String key) implements Tls {
            @Override
            public String toString() {
                return "Issued";
            }
        }
    }
}
