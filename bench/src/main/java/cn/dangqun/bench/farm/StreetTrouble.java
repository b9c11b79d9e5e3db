package cn.dangqun.bench.farm;

import cn.dangqun.bench.farm.story.Fault;
import cn.dangqun.bench.farm.story.FaultKind;
import cn.dangqun.config.settings.SettingsException;
import cn.dangqun.config.settings.SettingsFile;
import cn.dangqun.server.StreetServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// What goes wrong at the street while so many people are served at all kiosks together. Thread-safe.
final class StreetTrouble {
    private static final List<String> FILES = List.of("street.db", "street.db-wal");

    private final Fault fault;
    private final FarmStreet street;
    private final StreetProcess server;
    private final Path copy;
    private final AtomicInteger served = new AtomicInteger();
    private final CompletableFuture<Void> struck = new CompletableFuture<>();

    StreetTrouble(Fault fault, FarmStreet street, StreetProcess server) {
        this.fault = fault;
        this.street = street;
        this.server = server;
        this.copy = street.data().resolveSibling("street-copy-" + fault.round());
    }

    /// Before anybody has come.
    void begin() throws IOException, InterruptedException {
        if (fault.after() == 0) {
            strike();
        }
    }

    /// One more person was served, somewhere.
    void served() throws IOException, InterruptedException {
        int now = served.incrementAndGet();
        if (now == fault.after()) {
            strike();
        }
        if (now == fault.end()) {
            struck.join();
            end();
        }
    }

    private void strike() throws IOException, InterruptedException {
        try {
            server.kill();
            if (fault.kind() == FaultKind.STREET_RESTORED) {
                makeCopy();
                server.startAgain();
            }
            struck.complete(null);
        } catch (IOException | InterruptedException e) {
            struck.completeExceptionally(e);
            throw e;
        }
    }

    private void end() throws IOException, InterruptedException {
        if (fault.kind() == FaultKind.STREET_RESTORED) {
            server.kill();
            restore();
        }
        server.startAgain();
    }

    private void makeCopy() throws IOException {
        Files.createDirectories(copy);
        if (fault.way().equals("cold-copy")) {
            copy(street.data(), copy, FILES);
            return;
        }
        try (var closed = StreetServer.open(SettingsFile.loadServer(street.settings()), Clock.systemUTC())) {
            if (!closed.copy()) {
                throw new IOException("the street made no checked copy");
            }
        } catch (GeneralSecurityException | SettingsException e) {
            throw new IOException("the street could not be opened for a copy", e);
        }
        Files.copy(street.data().resolve("copy").resolve("street-copy.db"), copy.resolve("street.db"));
    }

    private void restore() throws IOException {
        for (var name : FILES) {
            Files.deleteIfExists(street.data().resolve(name));
        }
        Files.deleteIfExists(street.data().resolve("street.db-shm"));
        copy(copy, street.data(), FILES);
    }

    private static void copy(Path from, Path to, List<String> names) throws IOException {
        for (var name : names) {
            if (Files.exists(from.resolve(name))) {
                Files.copy(from.resolve(name), to.resolve(name));
            }
        }
    }
}
