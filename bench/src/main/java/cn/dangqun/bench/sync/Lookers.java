package cn.dangqun.bench.sync;

import cn.dangqun.bench.page.ConsoleReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/// People who have a page open, each signed in anew, in a process of their own: what their browsers cost is not taken
/// for the street's.
final class Lookers implements AutoCloseable {
    private static final String OPEN = "open";

    private final Process process;

    private Lookers(Process process) {
        this.process = process;
    }

    /// Returns when all of them have the page open.
    static Lookers open(int number, URI page, String login, String password, X509Certificate authority, Path folder)
            throws IOException, CertificateEncodingException {
        var file = folder.resolve("lookers.der");
        Files.write(file, authority.getEncoded());
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lookers.class.getName(),
                        String.valueOf(number),
                        page.toString(),
                        login,
                        password,
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = answers.readLine(); !OPEN.equals(line); line = answers.readLine()) {
            if (line == null) {
                throw new IOException("those who look have ended");
            }
        }
        return new Lookers(process);
    }

    /// `arguments`: how many, which page, login, password, and a file with the certificate of the street's CA.
    public static void main(String[] arguments) throws Exception {
        try (var der = Files.newInputStream(Path.of(arguments[4]))) {
            var authority =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(der);
            var trusting = new LeanKiosksMain(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), authority)
                    .trusting();
            var page = URI.create(arguments[1]);
            for (int each = 0; each < Integer.parseInt(arguments[0]); each++) {
                var reader = ConsoleReader.signIn(page.resolve("/"), arguments[2], arguments[3], trusting);
                var stream = reader.open(page.getPath());
                if (stream.read() < 0) {
                    throw new IOException("nothing to look at");
                }
                Thread.ofVirtual().start(() -> drain(stream));
            }
        }
        System.out.println(OPEN);
        var _ = System.in.read();
        System.exit(0);
    }

    private static void drain(InputStream stream) {
        try {
            stream.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
