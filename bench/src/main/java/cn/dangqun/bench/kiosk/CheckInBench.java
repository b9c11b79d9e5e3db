package cn.dangqun.bench.kiosk;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
import cn.dangqun.bench.figure.Runs;
import cn.dangqun.store.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// From a card at the reader to the painted 签到成功, in a packaged kiosk with its window on the day after it was used for
/// the first time, while it sends to a street; beside it, in turns, one commit that waits for the same disk.
/// `CheckInBench PEOPLE [PACKAGE]`.
public final class CheckInBench {
    private static final double FRAME_MILLIS = 1000 / 60.0;
    private static final int WARM = 20;

    private CheckInBench() {}

    public static void main(String[] arguments) throws Exception {
        int people = Integer.parseInt(arguments[0]);
        var tree = PackageTree.named(arguments, 1);
        var folder = Files.createTempDirectory("checkin");
        try (var screen = VirtualScreen.open();
                var report = new Report()) {
            var learnt = dayBefore(folder, tree, screen.display());
            try (var centre = Centre.open(
                            folder.resolve("today"),
                            tree,
                            screen.display(),
                            people + WARM,
                            List.of("-XX:AOTCache=" + learnt));
                    var connection =
                            new SqliteFile(folder.resolve("plain.db")).source().getConnection()) {
                measure(centre, connection, people, report);
            }
        } finally {
            delete(folder);
        }
    }

    /// What a kiosk leaves at its nightly stop for the start that follows, after people have checked in.
    private static Path dayBefore(Path folder, Path tree, String display) throws Exception {
        var learnt = folder.resolve("kiosk.aot");
        try (var centre = Centre.open(
                folder.resolve("yesterday"), tree, display, WARM, List.of("-XX:AOTCacheOutput=" + learnt))) {
            for (int person = 1; person <= WARM; person++) {
                centre.checkIn(person);
            }
        }
        if (!Files.exists(learnt)) {
            throw new IOException("the kiosk left nothing for its next start");
        }
        return learnt;
    }

    private static void measure(Centre centre, Connection connection, int people, Report report) throws Exception {
        prepare(connection);
        var random = new SplittableRandom(people);
        var answers = new ArrayList<Double>();
        var commits = new ArrayList<Double>();
        for (int person = 1; person <= people + WARM; person++) {
            Thread.sleep(150 + random.nextInt(200)); // no two taps meet the same part of a frame
            double answer = centre.checkIn(person) / 1e6;
            double commit = commit(connection, person) / 1e6;
            if (person > WARM) {
                answers.add(answer);
                commits.add(commit);
            }
        }
        var plain = new Runs(commits);
        report.add(Figure.of("check-in: card to painted 签到成功", "ms", new Runs(answers))
                .beside("one commit, synchronous=FULL", plain)
                .toward(Goal.atMost(1.5 * plain.median() + FRAME_MILLIS)));
    }

    private static void prepare(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("CREATE TABLE fact (seq INTEGER PRIMARY KEY, record BLOB NOT NULL)");
        }
    }

    private static long commit(Connection connection, int seq) throws SQLException {
        long began = System.nanoTime();
        try (var insert = connection.prepareStatement("INSERT INTO fact (seq, record) VALUES (?, ?)")) {
            insert.setInt(1, seq);
            insert.setBytes(2, new byte[160]);
            insert.executeUpdate();
        }
        return System.nanoTime() - began;
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
