package cn.dangqun.acceptance.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Street and kiosk as they are started: on this test's class path, or, with `-Dproof.packages=DIRECTORY`, by the
/// commands of their unpacked packages, with the Java and the options that those bring along.
final class Programs {
    private static final Optional<Path> PACKAGES =
            Optional.ofNullable(System.getProperty("proof.packages")).map(Path::of);

    private Programs() {}

    /// `dangqun-street COMMAND …` with these settings.
    static ChildProcess street(Path log, Path settings, String command, List<String> more) throws IOException {
        if (PACKAGES.isPresent()) {
            var program = PACKAGES.get().resolve("street/usr/bin/dangqun-street");
            return ChildProcess.start(
                    command,
                    log,
                    Map.of("DANGQUN_STREET_SETTINGS", settings.toString()),
                    Stream.concat(Stream.of(program.toString(), command), more.stream())
                            .toList());
        }
        return ChildProcess.java(
                command,
                log,
                Map.of(),
                List.of("-Dio.netty.leakDetection.level=paranoid"),
                Stream.concat(Stream.of("cn.dangqun.server.ServerMain", command, settings.toString()), more.stream())
                        .toList());
    }

    /// `options` of Java are not for a package, which has its own.
    static ChildProcess kiosk(Path log, Path settings, Map<String, String> environment, List<String> options)
            throws IOException {
        if (PACKAGES.isPresent()) {
            var program = PACKAGES.get().resolve("kiosk/usr/bin/dangqun-kiosk");
            return ChildProcess.start("kiosk", log, environment, List.of(program.toString(), settings.toString()));
        }
        var all = new ArrayList<>(List.of(
                "-Xmx256m",
                "-Dprism.order=sw",
                "-Djavafx.cachedir=" + System.getProperty("java.io.tmpdir") + "/fxcache",
                "--add-opens=java.smartcardio/sun.security.smartcardio=ALL-UNNAMED"));
        all.addAll(options);
        return ChildProcess.java(
                "kiosk", log, environment, all, List.of("cn.dangqun.kiosk.shell.KioskMain", settings.toString()));
    }
}
