package cn.dangqun.acceptance.street;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Five thousand people in three workbooks as openpyxl, XlsxWriter and LibreOffice write them, with the dirt of
/// docs/forms.md; what is known of them here is known from how `make-hostile.py` makes them.
final class HostileSheets {
    private static final Path MAKER = Path.of("../sync-server/server/src/test/resources/hostile/make-hostile.py");
    private static final int PEOPLE = 5000;
    private static final int EACH = PEOPLE / 3;
    private static final int BRANCHES = 3;
    /// Rows that nobody can enter, of every so many.
    private static final int CYCLE = 211;

    private static final int FIRST_WRONG = 7;
    private static final int LAST_WRONG = 12;
    /// Every so many a row has a number, and the next one.
    private static final int NUMBERED = 101;

    private static final int FIRST_NUMBERED = 50;

    static final int ENTERED_OF_FIRST_BRANCH = 3 * (int) rowsOfFirstBranch().count();

    private HostileSheets() {}

    private static Stream<Integer> rowsOfFirstBranch() {
        return IntStream.range(0, EACH)
                .filter(at -> at % BRANCHES == 0)
                .filter(at -> at % CYCLE < FIRST_WRONG || at % CYCLE > LAST_WRONG)
                .boxed();
    }

    static List<Path> write(Path folder, List<String> branches) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of("/usr/bin/python3", MAKER.toString(), folder.toString(), Integer.toString(PEOPLE)));
        command.addAll(branches);
        var made = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(0, made.waitFor(), "python3-openpyxl, python3-xlsxwriter and libreoffice-calc-nogui are needed");
        return Stream.of("0.xlsx", "1.xlsx", "2.xlsx").map(folder::resolve).toList();
    }

    /// Four of each workbook.
    static List<String> dozenOfFirstBranch() {
        return IntStream.range(0, 3)
                .boxed()
                .flatMap(sheet -> rowsOfFirstBranch()
                        .filter(at -> at % NUMBERED == FIRST_NUMBERED || at % NUMBERED == FIRST_NUMBERED + 1)
                        .limit(4)
                        .map(at -> number(sheet * EACH + at)))
                .toList();
    }

    private static String number(int at) {
        var born = LocalDate.of(1940, 1, 1).plusDays(at);
        var body = "990000" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "001";
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum = (sum + Character.digit(body.charAt(i), 10)) * 2 % 11;
        }
        return body + "10X98765432".charAt(sum);
    }
}
