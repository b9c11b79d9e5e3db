package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.TestClock;
import cn.dangqun.server.kiosks.StreetCa;
import cn.dangqun.server.vault.Vault;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console with a certificate that the street's own CA issued, met by a client that trusts that CA alone and looks
/// at the name.
class StreetsOwnCertificateTest {
    private final TestClock clock = new TestClock();

    @TempDir
    Path data;

    private StreetServer open(String... names) throws Exception {
        var console = new ServerSettings.Console("127.0.0.1", 0, Optional.empty(), List.of(names));
        return StreetServer.open(
                new ServerSettings(
                        data,
                        ZoneId.of("Asia/Shanghai"),
                        new ServerSettings.Sync("127.0.0.1", 0, 1 << 20, 8),
                        console,
                        false),
                clock);
    }

    /// The certificate that the console shows to somebody who asks for it by `name`.
    private static X509Certificate meet(InetSocketAddress console, String name, X509Certificate authority)
            throws Exception {
        try (var plain = new Socket(console.getAddress(), console.getPort());
                var socket = (SSLSocket) TestTls.trusting(authority)
                        .getSocketFactory()
                        .createSocket(plain, name, console.getPort(), true)) {
            var parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(20_000);
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    @Test
    void isTrustedByItsNamesAndByNoOther() throws Exception {
        try (var server = open("127.0.0.1", "console.example")) {
            var console = server.openConsole();
            var authority = server.ca().certificate();

            var byName = meet(console, "console.example", authority);
            assertEquals(byName, meet(console, "127.0.0.1", authority));
            assertThrows(SSLHandshakeException.class, () -> meet(console, "other.example", authority));
        }
    }

    @Test
    void staysAcrossRestartsAndIsIssuedAnewForOtherNamesOrInTime() throws Exception {
        var first = certificate("console.example");
        assertEquals(first, certificate("console.example"));

        var renamed = certificate("other.example", "console.example");
        assertNotEquals(first, renamed);

        clock.turn(Duration.ofDays(500));
        var renewed = certificate("other.example", "console.example");
        assertNotEquals(renamed, renewed);
        assertTrue(
                renewed.getNotAfter().toInstant().isAfter(renamed.getNotAfter().toInstant()));
    }

    private X509Certificate certificate(String... names) throws Exception {
        try (var server = open(names)) {
            return certificate(server);
        }
    }

    /// As it lies in the vault: the client's own clock would refuse what the turned clock issued.
    private X509Certificate certificate(StreetServer server) throws Exception {
        server.openConsole();
        var pem = Files.readString(data.resolve("console.pem"));
        var body = pem.substring(pem.indexOf("-----BEGIN CERTIFICATE-----"));
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(body.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void givesTheAuthorityAwayAndKeepsTheKeyApart() throws Exception {
        var identity = StreetCa.open(Vault.in(data).secrets(), clock, new SecureRandom())
                .identity(Vault.in(data).secrets(), List.of("console.example"));

        assertTrue(identity.authority().startsWith("-----BEGIN CERTIFICATE-----"));
        assertTrue(identity.console().orElseThrow().chain().endsWith(identity.authority()));
        assertTrue(identity.console().orElseThrow().key().contains("PRIVATE KEY"));
        assertTrue(!identity.console().orElseThrow().chain().contains("PRIVATE KEY"));
        assertNotEquals(identity.fingerprint(), identity.console().orElseThrow().fingerprint());
    }
}
