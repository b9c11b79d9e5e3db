package cn.dangqun.server.upkeep;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.kiosks.StreetCa;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.upkeep.Doctor.Finding;
import cn.dangqun.server.vault.CertificateFile;
import cn.dangqun.server.vault.OwnerOnly;
import cn.dangqun.server.vault.Vault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Disk, files, ports, certificates, and whether something sets the clock. `run`: where services say that they run.
record MachineChecks(ServerSettings settings, Path run, Texts texts, Times times) {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long LEAST_FREE = 1024 * MEBIBYTE;
    private static final Duration SOON = Duration.ofDays(30);

    /// The copy of each day stands beside the database, and for a moment beside the copy before.
    Finding disk() {
        long free = settings.data().toFile().getUsableSpace();
        long needed = Math.max(
                LEAST_FREE, 2 * settings.data().resolve("street.db").toFile().length());
        return free < needed
                ? new Finding(false, texts.get("upkeep.doctor.diskLow", free / MEBIBYTE, needed / MEBIBYTE))
                : new Finding(true, texts.get("upkeep.doctor.diskGood", free / MEBIBYTE));
    }

    Finding files() throws IOException {
        if (!settings.data().toFile().isDirectory()) {
            return new Finding(false, texts.get("upkeep.doctor.noData", settings.data()));
        }
        var open = OwnerOnly.openToOthers(settings.data());
        return open.isEmpty()
                ? new Finding(true, texts.get("upkeep.doctor.filesGood"))
                : new Finding(
                        false,
                        texts.get(
                                "upkeep.doctor.filesOpen",
                                open.stream().map(Path::toString).collect(Collectors.joining(" "))));
    }

    /// Of systemd, chrony, or NTP.
    boolean hasTimeService() {
        return Stream.of("systemd/timesync/synchronized", "chrony/chronyd.pid", "chronyd.pid", "ntpd.pid")
                .anyMatch(each -> run.resolve(each).toFile().exists());
    }

    Finding ports() throws IOException, GeneralSecurityException {
        var silent = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (var each : knocks().entrySet()) {
            switch (each.getValue()) {
                case SILENT -> silent.add(each.getKey().toString());
                case ANOTHER -> others.add(each.getKey().toString());
                case OURS -> {}
            }
        }
        if (!others.isEmpty()) {
            return new Finding(false, texts.get("upkeep.doctor.portsTaken", String.join("、", others)));
        }
        return silent.isEmpty()
                ? new Finding(true, texts.get("upkeep.doctor.portsGood"))
                : new Finding(false, texts.get("upkeep.doctor.portsSilent", String.join("、", silent)));
    }

    private Map<Integer, Knock> knocks() throws IOException, GeneralSecurityException {
        var knocks = new TreeMap<Integer, Knock>();
        var sync = settings.sync();
        var kept = kept();
        if (sync.port() != 0 && !kept.isEmpty()) {
            knocks.put(sync.port(), Knock.sync(new InetSocketAddress(sync.host(), sync.port()), kept.getFirst()));
        }
        var console = settings.console();
        if (console.port() != 0) {
            knocks.put(
                    console.port(),
                    Knock.console(new InetSocketAddress(console.host(), console.port()), console.isEncrypted()));
        }
        return knocks;
    }

    /// The CA's first.
    private List<X509Certificate> kept() throws IOException, GeneralSecurityException {
        return settings.data().toFile().isDirectory()
                ? StreetCa.kept(Vault.in(settings.data()).secrets())
                : List.of();
    }

    Finding certificates() throws IOException, GeneralSecurityException {
        if (!settings.data().toFile().isDirectory()) {
            return new Finding(false, texts.get("upkeep.doctor.noData", settings.data()));
        }
        var known = new ArrayList<>(kept());
        if (known.isEmpty()) {
            return new Finding(false, texts.get("upkeep.doctor.noCertificates"));
        }
        known.addAll(ofConsole());
        var tls = settings.console().tls();
        if (tls.isPresent()
                && !CertificateFile.fits(tls.get().certificate(), tls.get().key())) {
            return new Finding(
                    false, texts.get("upkeep.doctor.keyDoesNotFit", tls.get().key()));
        }
        var first = known.stream()
                .map(each -> each.getNotAfter().toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return first.isBefore(times.now().plus(SOON))
                ? new Finding(false, texts.get("upkeep.doctor.certificateEnds", times.when(first)))
                : new Finding(true, texts.get("upkeep.doctor.certificatesGood", times.when(first)));
    }

    private List<X509Certificate> ofConsole() throws IOException, GeneralSecurityException {
        return settings.console().tls().isPresent()
                ? CertificateFile.read(settings.console().tls().get().certificate())
                : List.of();
    }
}
