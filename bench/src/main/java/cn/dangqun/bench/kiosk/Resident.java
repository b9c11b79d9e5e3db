package cn.dangqun.bench.kiosk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What a process has in memory now, in bytes, and how much of that are pages of files, which the system may
/// drop and read again.
record Resident(long all, long files) {
    static Resident of(ProcessHandle process) throws IOException {
        var lines = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"));
        return new Resident(kilobytes(lines, "VmRSS:") << 10, kilobytes(lines, "RssFile:") << 10);
    }

    private static long kilobytes(List<String> lines, String name) throws IOException {
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow(() -> new IOException("this system does not say " + name));
    }
}
