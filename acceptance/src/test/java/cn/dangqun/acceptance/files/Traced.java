package cn.dangqun.acceptance.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A step under strace: which calls it changes its directory by, and killed before one of them.
record Traced(FileStep step, Path log) {
    static final int KILLED = 137;

    private static final String CALLS =
            "openat,mkdir,rename,renameat,renameat2,link,linkat,unlink,unlinkat,write,pwrite64,"
                    + "ftruncate,fsync,fdatasync";
    private static final Pattern LINE = Pattern.compile("(\\d+) +(\\w+)\\((.*)");

    /// strace counts each call by its name and thread.
    record Call(String name, int nth) {}

    /// `paths` are relative to the directory; it itself is empty.
    record Plan(List<Call> calls, Set<String> paths) {}

    static boolean isAllowed() throws IOException, InterruptedException {
        return new ProcessBuilder("strace", "-o", "/dev/null", "true").start().waitFor() == 0;
    }

    /// Runs it through, unharmed.
    Plan watch(Path directory) throws IOException, InterruptedException {
        var trace = log.resolveSibling("trace");
        // stops at these calls only; where it kills, strace 6.1 must stop at all, or the signal is never sent
        int ended = run(directory, List.of("--seccomp-bpf", "-y", "-o", trace.toString(), "-e", "trace=" + CALLS));
        if (ended != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
        var within = Pattern.compile(Pattern.quote(directory.toString()) + "([^\"<>,)]*)");
        var counted = new HashMap<String, Integer>();
        var calls = new TreeMap<String, Call>();
        var paths = new LinkedHashSet<String>();
        for (var text : Files.readAllLines(trace)) {
            var line = LINE.matcher(text);
            if (!line.matches() || !text.contains(directory.toString())) {
                continue;
            }
            within.matcher(text).results().forEach(each -> paths.add(each.group(1)));
            int nth = counted.merge(line.group(1) + line.group(2), 1, Integer::sum);
            if (!line.group(2).equals("openat") || line.group(3).contains("O_CREAT")) {
                calls.put(line.group(2) + " " + nth, new Call(line.group(2), nth));
            }
        }
        return new Plan(List.copyOf(calls.values()), paths);
    }

    /// The exit status: killed, or 0 where other threads did it in fewer calls this time.
    int kill(Path directory, Plan plan, Call call) throws IOException, InterruptedException {
        var options = new ArrayList<>(List.of("-o", "/dev/null", "-e", "trace=" + CALLS));
        plan.paths().forEach(each -> options.addAll(List.of("-P", directory + each)));
        options.addAll(List.of("-e", "inject=" + call.name() + ":signal=KILL:when=" + call.nth()));
        return run(directory, options);
    }

    private int run(Path directory, List<String> options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("strace", "-f", "-qq"));
        command.addAll(options);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                StepMain.class.getName(),
                step.toString(),
                directory.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }
}
