package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.TestClock;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The console with a certificate of its own, as the settings file gives it one.
class ConsoleTlsTest {
    private final TestClock clock = new TestClock();
    private StreetServer server;
    private InetSocketAddress address;
    private X509Certificate certificate;

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        var pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        certificate = selfSigned(pair);
        var tls = new ServerSettings.Tls(
                pem(directory.resolve("console.pem"), "CERTIFICATE", certificate.getEncoded()),
                pem(
                        directory.resolve("console.key"),
                        "PRIVATE KEY",
                        pair.getPrivate().getEncoded()));
        server = StreetServer.open(
                new ServerSettings(
                        directory.resolve("data"),
                        ZoneId.of("Asia/Shanghai"),
                        new ServerSettings.Sync("127.0.0.1", 0, 1 << 20, 8),
                        new ServerSettings.Console("127.0.0.1", 0, Optional.of(tls)),
                        false),
                clock);
        address = server.openConsole();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void answersOverTlsAndTiesItsCookiesToIt() throws Exception {
        var answer = get("https");

        assertEquals(200, answer.statusCode());
        var cookie = answer.headers().firstValue("set-cookie").orElseThrow();
        assertTrue(cookie.startsWith("__Host-dangqun-form=") && cookie.contains("Secure"), cookie);
        assertTrue(answer.headers().firstValue("strict-transport-security").isPresent());
    }

    @Test
    void saysNothingInTheClear() {
        assertThrows(IOException.class, () -> get("http"));
    }

    private HttpResponse<String> get(String scheme) throws Exception {
        try (var client = HttpClient.newBuilder()
                .sslContext(TestTls.trusting(certificate))
                .build()) {
            var request = HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + address.getPort() + "/login"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private X509Certificate selfSigned(KeyPair pair) throws Exception {
        var name = new X500Principal("CN=console");
        var now = clock.instant();
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(1))),
                name,
                pair.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        var text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
