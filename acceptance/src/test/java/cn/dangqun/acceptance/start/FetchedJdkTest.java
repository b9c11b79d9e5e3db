package cn.dangqun.acceptance.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `packaging/jdk` on a machine without a JDK 25, with a small archive that stands for one.
class FetchedJdkTest {
    private static final Path SCRIPT =
            Path.of("..", "packaging", "jdk").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private final AtomicInteger fetched = new AtomicInteger();
    private HttpServer server;
    private byte[] archive;

    private record Run(int code, String out, String told) {}

    @BeforeEach
    void serve() throws IOException, InterruptedException {
        archive = archive();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jdk.tar.gz", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive);
            exchange.close();
        });
        server.createContext("/broken-off.tar.gz", exchange -> {
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive, 0, archive.length / 2);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void fetchesOneOnceWhereThereIsNone() throws Exception {
        var first = run("/jdk.tar.gz", sum(archive));
        var second = run("/jdk.tar.gz", sum(archive));

        assertEquals(0, first.code, first.told);
        assertTrue(Files.isExecutable(Path.of(first.out, "bin", "javac")), first.out);
        assertEquals(first.out, second.out);
        assertEquals(1, fetched.get());
        assertEquals(List.of(Path.of(first.out)), kept(), "and nothing half beside it");
    }

    @Test
    void runsNothingWhoseSumDoesNotFit() throws Exception {
        var run = run("/jdk.tar.gz", sum("another".getBytes(StandardCharsets.UTF_8)));

        assertNotEquals(0, run.code);
        assertTrue(run.told.contains(sum(archive)), run.told);
        assertFalse(Files.exists(folder.resolve("ran")));
        assertEquals(List.of(), kept());
    }

    @Test
    void keepsNothingOfADownloadThatBrokeOff() throws Exception {
        var run = run("/broken-off.tar.gz", sum(archive));

        assertNotEquals(0, run.code);
        assertTrue(run.told.contains("DANGQUN_JDK_URL"), run.told);
        assertEquals(List.of(), kept());
        assertEquals(0, run("/jdk.tar.gz", sum(archive)).code, "and the next try succeeds");
    }

    @Test
    void takesWhatTheMachineHas() throws Exception {
        var builder = script("/jdk.tar.gz", sum(archive));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));

        assertEquals(System.getProperty("java.home"), run(builder).out);
        assertEquals(0, fetched.get());
    }

    private byte[] archive() throws IOException, InterruptedException {
        var made =
                Files.createDirectories(folder.resolve("made").resolve("jdk-25").resolve("bin"));
        var javac = Files.writeString(made.resolve("javac"), """
                #!/bin/sh
                touch '%s'
                echo javac 25.0.2
                """.formatted(folder.resolve("ran")));
        assertTrue(javac.toFile().setExecutable(true));
        var packed = folder.resolve("packed.tar.gz");
        var tar = new ProcessBuilder(
                        "tar",
                        "-czf",
                        packed.toString(),
                        "-C",
                        folder.resolve("made").toString(),
                        "jdk-25")
                .inheritIO()
                .start();
        assertEquals(0, tar.waitFor());
        return Files.readAllBytes(packed);
    }

    private Run run(String path, String sum) throws IOException, InterruptedException {
        return run(script(path, sum));
    }

    private ProcessBuilder script(String path, String sum) {
        var builder = new ProcessBuilder(SCRIPT.toString());
        var environment = builder.environment();
        environment.remove("JAVA_HOME");
        environment.put("DANGQUN_JDK_PLACES", "");
        environment.put("DANGQUN_JDK_CACHE", folder.resolve("cache").toString());
        environment.put(
                "DANGQUN_JDK_URL", "http://127.0.0.1:" + server.getAddress().getPort() + path);
        environment.put("DANGQUN_JDK_SHA256", sum);
        environment.put("no_proxy", "127.0.0.1");
        return builder;
    }

    private Run run(ProcessBuilder builder) throws IOException, InterruptedException {
        var told = folder.resolve("told");
        var process = builder.redirectError(told.toFile()).start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Run(process.exitValue(), out, Files.readString(told));
    }

    private List<Path> kept() throws IOException {
        var cache = folder.resolve("cache");
        if (!Files.exists(cache)) {
            return List.of();
        }
        try (var files = Files.list(cache)) {
            return files.toList();
        }
    }

    private static String sum(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
