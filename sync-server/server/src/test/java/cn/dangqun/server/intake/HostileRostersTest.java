package cn.dangqun.server.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.roster.Clerk;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A street of 5 000 people in three workbooks, as openpyxl, XlsxWriter and LibreOffice write them, with the dirt of
/// docs/forms.md: what comes of each row is what the program that wrote it says.
@Tag("real-time")
class HostileRostersTest {
    private static final int PEOPLE = 5000;
    private static final int BRANCHES = 12;

    @TempDir
    Path directory;

    private ConsoleUnderTest console;
    private Clerk clerk;
    private Bringer bringer;
    private List<String> branches;

    @BeforeEach
    void open() throws IOException {
        console = new ConsoleUnderTest(Files.createDirectory(directory.resolve("street")));
        clerk = new Clerk(console);
        bringer = new Bringer(clerk);
        branches = IntStream.range(0, BRANCHES)
                .mapToObj(at -> "样例第" + (char) ('甲' + at) + "支部")
                .toList();
        branches.forEach(each -> clerk.organization("c1", "BRANCH", each));
    }

    @AfterEach
    void close() {
        console.close();
    }

    /// By file and outcome.
    private Map<String, Integer> written(Path folder) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "/usr/bin/python3",
                Path.of("src/test/resources/hostile/make-hostile.py").toString(),
                folder.toString(),
                Integer.toString(PEOPLE)));
        command.addAll(branches);
        var made = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var expected = new TreeMap<String, Integer>();
        for (var line : new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            int last = line.lastIndexOf(' ');
            expected.put(line.substring(0, last), Integer.valueOf(line.substring(last + 1)));
        }
        assertEquals(0, made.waitFor(), "python3-openpyxl, python3-xlsxwriter and libreoffice-calc-nogui are needed");
        return expected;
    }

    @Test
    void entersAStreetOfFiveThousand() throws Exception {
        var expected = written(Files.createDirectories(directory.resolve("sheets")));
        int entered = 0;
        for (var file : List.of("0", "1", "2")) {
            var content = Files.readAllBytes(directory.resolve("sheets").resolve(file + ".xlsx"));

            var address = bringer.read(file + ".xlsx", content);

            for (var outcome : List.of("NEW", "WRONG", "DUPLICATE")) {
                assertEquals(
                        expected.get(file + " " + outcome),
                        bringer.rows(address, outcome),
                        () -> outcome + " " + clerk.page(address + "?outcome=" + outcome));
            }
            bringer.apply(address);
            entered += expected.get(file + " NEW");
            assertEquals(
                    expected.get(file + " NEW"),
                    bringer.rows(bringer.read(file + ".xlsx", content), "SAME"),
                    "the same again");
        }
        assertEquals(entered, membersOfAll());
        var text = clerk.page("/roster?names=full&search=" + URLEncoder.encode("赵", StandardCharsets.UTF_8));
        assertTrue(text.contains("赵"), "found by a surname");
    }

    private int membersOfAll() {
        return console.database.read(handle -> handle.createQuery("SELECT count(*) FROM member m JOIN organization o"
                        + " ON o.street = 1 AND o.id = m.branch WHERE m.street = 1 AND o.name LIKE '样例第%'")
                .mapTo(Integer.class)
                .one());
    }
}
