package cn.dangqun.config.settings;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Settings of the street's server. `data` holds the database and the CA. Port 0 means any free port.
public record ServerSettings(Path data, ZoneId zone, Sync sync, Console console, Backup backup, boolean demo) {
    public ServerSettings(Path data, ZoneId zone, Sync sync, Console console, boolean demo) {
        this(data, zone, sync, console, Backup.NOWHERE, demo);
    }

    /// Where backups go, the file with the recovery passphrase, and for how many days and months that have one a backup
    /// is kept.
    public record Backup(Optional<Path> directory, Optional<Path> passphraseFile, int keepDays, int keepMonths) {
        public static final Backup NOWHERE = new Backup(Optional.empty(), Optional.empty(), 30, 24);
    }

    /// `maxFrameBytes` bounds one frame (DESIGN §5); `window` is the most pushes one kiosk may have in flight.
    public record Sync(String host, int port, int maxFrameBytes, int window, Strangers strangers) {
        public Sync(String host, int port, int maxFrameBytes, int window) {
            this(host, port, maxFrameBytes, window, Strangers.DEFAULT);
        }
    }

    /// How many connections there may be of which nobody knows yet whose they are, and how many from one address.
    public record Strangers(int most, int fromOneAddress) {
        public static final Strangers DEFAULT = new Strangers(512, 128);
    }

    /// Encrypted with the files of `tls`, or with a certificate of the street's own CA for `names` (hosts,
    /// addresses); with neither, only this machine may reach it. `proxies`: whose word about a browser is believed.
    public record Console(String host, int port, Optional<Tls> tls, List<String> names, List<InetAddress> proxies) {
        public Console {
            names = List.copyOf(names);
            proxies = List.copyOf(proxies);
        }

        public Console(String host, int port, Optional<Tls> tls, List<String> names) {
            this(host, port, tls, names, List.of());
        }

        public Console(String host, int port, Optional<Tls> tls) {
            this(host, port, tls, List.of());
        }

        public Console(String host, int port) {
            this(host, port, Optional.empty());
        }

        public boolean isEncrypted() {
            return tls.isPresent() || !names.isEmpty();
        }
    }

    /// PEM files: a certificate chain and its PKCS#8 key.
    public record Tls(Path certificate, Path key) {}
}
