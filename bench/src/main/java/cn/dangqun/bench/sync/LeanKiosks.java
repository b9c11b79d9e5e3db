package cn.dangqun.bench.sync;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.StreetServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Kiosks of another process, connected to a street of this one.
final class LeanKiosks implements AutoCloseable {
    private final StreetServer street;
    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;
    private int count;

    private LeanKiosks(StreetServer street, Process process) {
        this.street = street;
        this.process = process;
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// How long each kiosk took until the street had told it of everything, and how often one was sent away.
    record Told(int busy, List<Duration> each) {
        Duration last() {
            return each.stream().max(Duration::compareTo).orElseThrow();
        }
    }

    static LeanKiosks start(StreetServer street, int port, Path folder)
            throws IOException, CertificateEncodingException {
        var authority = folder.resolve("authority.der");
        Files.write(authority, street.ca().certificate().getEncoded());
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "-XX:-UsePerfData",
                        "-Dio.netty.leakDetection.level=disabled",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dlogback.configurationFile=farm-logback.xml",
                        "-Dfarm.log=" + folder.resolve("kiosks.log"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeanKiosksMain.class.getName(),
                        String.valueOf(port),
                        authority.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new LeanKiosks(street, process);
    }

    /// One more, enrolled, with so many facts that nobody has heard of.
    void add(int facts) {
        var id = "kiosk-" + count;
        var code = street.codes().create(new KioskId(id), "试验一体机", "site-1").text();
        orders.println("kiosk " + id + " " + count + " " + facts + " " + code);
        count++;
    }

    void connect() {
        orders.println("connect");
        expect("connected");
    }

    /// All at once.
    Told go() {
        orders.println("go");
        var words = List.of(expect("told").split(" "));
        return new Told(
                Integer.parseInt(words.get(1)),
                words.stream()
                        .skip(2)
                        .map(nanos -> Duration.ofNanos(Long.parseLong(nanos)))
                        .toList());
    }

    private String expect(String word) {
        try {
            var line = answers.readLine();
            if (line == null || !Arrays.asList(line.split(" ")).getFirst().equals(word)) {
                throw new IllegalStateException("the kiosks say: " + line);
            }
            return line;
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
