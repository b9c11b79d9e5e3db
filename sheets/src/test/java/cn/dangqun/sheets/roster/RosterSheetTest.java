package cn.dangqun.sheets.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.credential.ResidentNumber;
import cn.dangqun.domain.member.MemberCategory;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.Sex;
import cn.dangqun.sheets.SheetException;
import cn.dangqun.sheets.SheetFault;
import cn.dangqun.sheets.SheetLimits;
import cn.dangqun.sheets.roster.RosterLine.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// forms.md 1.2 to 1.4: rosters as offices keep them, with their dirt.
class RosterSheetTest {
    @TempDir
    Path folder;

    private RosterSheet.Found found;

    private List<RosterLine> lines(String... rows) throws Exception {
        var file = Files.writeString(folder.resolve("roster.csv"), String.join("\n", rows));
        var lines = new ArrayList<RosterLine>();
        found = RosterSheet.read(file, SheetLimits.ROSTER, lines::add);
        return lines;
    }

    private RosterLine line(String heading, String row) throws Exception {
        return lines(heading, row).getFirst();
    }

    private static List<Kind> kinds(RosterLine line) {
        return line.problems().stream().map(RosterLine.Problem::kind).toList();
    }

    @Test
    void findsTheHeaderBelowTitlesAndNotes() throws Exception {
        var lines = lines(
                "样例街道党员花名册,,,",
                "填表说明：请勿修改表头,,,",
                "",
                "序号,\"姓 名\",\"所在组织(请不要输入特殊符号)\",\"党籍状态\n（正式党员或预备党员）\"",
                "1,张样例,一支部,正式党员",
                "2,李样例,一支部,预备党员",
                "必填,必填,必填,必填",
                "合计,2,,",
                ",合计,,");

        assertEquals(2, lines.size());
        assertEquals(4, found.header().row());
        assertEquals(List.of("序号"), found.header().unknown());
        assertEquals(Optional.of(MemberStatus.FULL), lines.getFirst().status());
        assertEquals(Optional.of(MemberStatus.PROBATIONARY), lines.get(1).status());
        assertEquals(6, lines.getFirst().row());
        assertEquals(3, found.passedOver());
    }

    @Test
    void readsAHeaderOfTwoRows() throws Exception {
        var lines = lines("序号,姓名,所在党支部,党员身份,", ",,,入党时间,转正时间", "1,样例甲,一支部,1980-07-01,1981-07-01");

        assertEquals(Optional.of(LocalDate.of(1981, 7, 1)), lines.getFirst().confirmed());
        assertEquals("一支部", lines.getFirst().branch());
    }

    @Test
    void saysThatThereIsNoRoster() {
        var thrown = assertThrows(SheetException.class, () -> lines("日期,收入", "1,2"));

        assertEquals(SheetFault.EMPTY, thrown.fault());
    }

    @ParameterizedTest
    @CsvSource({
        "223_正式党员, FULL",
        "中共党员, FULL",
        "正, FULL",
        "预, PROBATIONARY",
        "中共预备党员, PROBATIONARY",
        "积极分子, ACTIVIST",
        "入党申请人, APPLICANT"
    })
    void readsTheCategory(String cell, MemberStatus status) throws Exception {
        assertEquals(Optional.of(status), line("姓名,人员类别", "样例甲," + cell).status());
    }

    @Test
    void decidesByTheCellsWhatStandingMeans() throws Exception {
        assertEquals(
                Optional.of(MemberStatus.PROBATIONARY),
                line("姓名,党籍状态,预/正", "样例甲,正常,预").status());
        assertEquals(List.of(Kind.NOT_IN_GOOD_STANDING), kinds(line("姓名,党籍状态,人员类别", "样例甲,停止党籍,正式党员")));
    }

    @ParameterizedTest
    @CsvSource({
        "2019-06-08, 2019-06-08",
        "2019/10/24, 2019-10-24",
        "2019.6.8, 2019-06-08",
        "2019年6月8日, 2019-06-08",
        "20190608, 2019-06-08",
        "2019/2/3  14:30, 2019-02-03",
        "198503, 1985-03-01",
        "1985.03, 1985-03-01",
        "1985年3月, 1985-03-01",
        "43624, 2019-06-08"
    })
    void readsDays(String cell, LocalDate day) throws Exception {
        assertEquals(Optional.of(day), line("姓名,入党时间", "样例甲," + cell).joined());
    }

    @ParameterizedTest
    @ValueSource(strings = {"去年", "2019-13-01", "2019-02-30", "3019-02-03"})
    void refusesWhatIsNoDay(String cell) throws Exception {
        assertEquals(List.of(Kind.NO_DAY), kinds(line("姓名,入党时间", "样例甲," + cell)));
    }

    /// A month is the number's own day; another day of a personnel file stands as it is written.
    @ParameterizedTest
    @CsvSource({"1950.01, 1950-01-01", "1950-01-01, 1950-01-01", "1950.02, 1950-02-01", "1949-12-30, 1949-12-30"})
    void takesTheDayOfAMonthFromTheNumber(String written, LocalDate born) throws Exception {
        var line = line("姓名,身份证号,出生年月", "样例甲,990000195001010019," + written);

        assertEquals(Optional.of(born), line.born());
    }

    @Test
    void takesBirthAndSexFromTheNumber() throws Exception {
        var line = line("姓名,身份证号", "样例甲,99000019500101001９");

        assertEquals(Optional.of(LocalDate.of(1950, 1, 1)), line.born());
        assertEquals(Optional.of(Sex.MALE), line.sex());
        assertEquals(Optional.of("990000195001010019"), line.number().map(ResidentNumber::characters));
        assertEquals(List.of(Kind.NOT_AS_THE_NUMBER), kinds(line("姓名,身份证号,性别", "样例甲,990000195001010019,女")));
    }

    @ParameterizedTest
    @CsvSource({
        "990000195001011000, NUMBER_LOST_DIGITS",
        "9.90000195001E+17, NUMBER_LOST_DIGITS",
        "990000195001010012, NO_NUMBER_CHECK",
        "12345, NO_NUMBER_LENGTH",
        "99000019500101001A, NO_NUMBER_CHARACTERS"
    })
    void saysWhatIsWrongWithANumber(String cell, Kind kind) throws Exception {
        assertEquals(List.of(kind), kinds(line("姓名,身份证号", "样例甲," + cell)));
    }

    @ParameterizedTest
    @CsvSource({"张 样, 张样", "张　样, 张样", "阿样•买例提, 阿样·买例提", "阿样・例, 阿样·例", "𬺈样例, 𬺈样例", "Anna Yang, Anna Yang"})
    void readsNames(String cell, String name) throws Exception {
        assertEquals(name, line("姓名,党支部", cell + ",一支部").name());
    }

    @Test
    void keepsAPhoneAndFlags() throws Exception {
        var line = line("姓名,联系电话,是否流动党员,困难党员", "样例甲,0371-0000000,是,否");

        assertEquals(Optional.of("0371-0000000"), line.phone());
        assertEquals(Set.of(MemberCategory.FLOATING_OUT), line.categories());
        assertTrue(line.problems().isEmpty());
    }

    @Test
    void collectsAllThatIsWrongWithARow() throws Exception {
        var line = line("姓名,入党时间,转正时间,性别,人员类别", ",2000-01-01,1999-01-01,中,群众");

        assertEquals(Set.of(Kind.MISSING, Kind.ORDER, Kind.NO_CHOICE), Set.copyOf(kinds(line)));
        assertFalse(line.toString().contains("群众"));
    }
}
