package cn.dangqun.server.upkeep;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.kiosks.StreetCa;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.upkeep.Doctor.Finding;
import cn.dangqun.server.vault.CertificateFile;
import cn.dangqun.server.vault.Vault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Disk, ports and certificates.
record MachineChecks(ServerSettings settings, Texts texts, Times times) {
    private static final long MEBIBYTE = 1024 * 1024;
    private static final long LEAST_FREE = 1024 * MEBIBYTE;
    private static final int PATIENCE_MILLIS = 3000;
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

    Finding ports() {
        var silent = Stream.of(
                        new InetSocketAddress(
                                settings.sync().host(), settings.sync().port()),
                        new InetSocketAddress(
                                settings.console().host(), settings.console().port()))
                .filter(each -> each.getPort() != 0 && !answers(each))
                .map(each -> Integer.toString(each.getPort()))
                .toList();
        return silent.isEmpty()
                ? new Finding(true, texts.get("upkeep.doctor.portsGood"))
                : new Finding(false, texts.get("upkeep.doctor.portsSilent", String.join("、", silent)));
    }

    private static boolean answers(InetSocketAddress address) {
        var host = address.getAddress() == null || address.getAddress().isAnyLocalAddress()
                ? InetAddress.getLoopbackAddress()
                : address.getAddress();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, address.getPort()), PATIENCE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    Finding certificates() throws IOException, GeneralSecurityException {
        if (!settings.data().toFile().isDirectory()) {
            return new Finding(false, texts.get("upkeep.doctor.noData", settings.data()));
        }
        var known = new ArrayList<>(StreetCa.kept(Vault.in(settings.data()).secrets()));
        if (known.isEmpty()) {
            return new Finding(false, texts.get("upkeep.doctor.noCertificates"));
        }
        known.addAll(ofConsole());
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
