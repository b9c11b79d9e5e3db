package cn.dangqun.devices.drivers.paper;

import cn.dangqun.devices.drivers.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/// The real cupsd with one queue, `office`, whose printer is a script: it keeps what comes, and waits for paper
/// while the file `no-paper` is there.
final class Cups implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/cupsd");
    private static final String SCRIPT = """
            #!/bin/sh
            dir=${DEVICE_URI#keep:}
            if [ -e "$dir/no-paper" ]; then
              echo "STATE: +media-empty-error" >&2
              while [ -e "$dir/no-paper" ]; do sleep 0.1; done
              echo "STATE: -media-empty-error" >&2
            fi
            if [ $# -ge 6 ]; then cat "$6"; else cat; fi >"$dir/$1.part"
            mv "$dir/$1.part" "$dir/$1.pdf"
            """;
    private static final String FILES = """
            ServerRoot @/etc
            RequestRoot @/spool
            TempDir @/spool/tmp
            CacheDir @/cache
            StateDir @/state
            ServerBin @/lib
            AccessLog @/access
            ErrorLog @/error
            PageLog @/page
            Sandboxing relaxed
            """;
    private static final String SETTINGS = """
            Listen 127.0.0.1:PORT
            Browsing Off
            WebInterface No
            DefaultAuthType None
            PreserveJobFiles No
            <Location />
            Order allow,deny
            Allow from 127.0.0.1
            </Location>
            <Policy default>
            <Limit All>
            Order deny,allow
            </Limit>
            </Policy>
            """;
    private static final String QUEUE = """
            <Printer office>
            DeviceURI keep:@/printed
            State Idle
            Accepting Yes
            Shared No
            JobSheets none none
            </Printer>
            """;

    private final Path home;
    private final int port;
    private final Process daemon;

    Cups(Path home) throws IOException {
        this.home = home;
        for (var each : new String[] {"etc", "spool/tmp", "cache", "state", "lib/backend", "lib/daemon", "printed"}) {
            Files.createDirectories(home.resolve(each));
        }
        // every program of a queue is started by this one
        Files.copy(
                Path.of("/usr/lib/cups/daemon/cups-exec"),
                home.resolve("lib/daemon/cups-exec"),
                StandardCopyOption.COPY_ATTRIBUTES);
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var backend = home.resolve("lib/backend/keep");
        Files.writeString(backend, SCRIPT);
        Files.setPosixFilePermissions(backend, PosixFilePermissions.fromString("rwx------"));
        write("etc/cups-files.conf", FILES);
        write("etc/cupsd.conf", SETTINGS);
        write("etc/printers.conf", QUEUE);
        daemon = new ProcessBuilder(
                        PROGRAM.toString(), "-f", "-c", home + "/etc/cupsd.conf", "-s", home + "/etc/cups-files.conf")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("said").toFile())
                .start();
        Await.until(this::listens, Duration.ofSeconds(20));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(
                home.resolve(file), text.replace("@", home.toString()).replace("PORT", Integer.toString(port)));
    }

    private boolean listens() {
        try (var tried = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return tried.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    IppQueue queue(String name) {
        var address = URI.create("ipp://127.0.0.1:" + port + "/printers/" + name);
        return new IppQueue(new IppConnection(address, Duration.ofSeconds(2), Duration.ofSeconds(5)));
    }

    void takePaper() throws IOException {
        Files.createFile(home.resolve("printed/no-paper"));
    }

    void addPaper() throws IOException {
        Files.delete(home.resolve("printed/no-paper"));
    }

    /// What came out, as the job of this number.
    Path printed(int job) {
        return home.resolve("printed/" + job + ".pdf");
    }

    @Override
    public void close() throws IOException {
        daemon.destroy();
        daemon.onExit().join();
    }
}
