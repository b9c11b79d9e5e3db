package cn.dangqun.config.profile.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.profile.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class RulesMainTest {
    private static final String FREQUENCY = "frequency_cases.json";
    private static final String QUORUM = "quorum_cases.json";
    private static final String STUDY = "studyhours_cases.json";

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return new RulesMain(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complaints() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private List<JsonNode> lines() {
        return printed().lines().map(JsonText.MAPPER::readTree).toList();
    }

    private static String sample(String name) {
        try (var stream = RulesMainTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private String changed(String sample, String from, String to) throws IOException {
        var text = sample(sample);
        assertTrue(text.contains(from), from);
        int at = text.indexOf(from);
        return file("changed.json", text.substring(0, at) + to + text.substring(at + from.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {FREQUENCY, QUORUM, STUDY})
    void everySampleAgrees(String name) throws IOException {
        int code = run("eval", file(name, sample(name)));

        assertEquals(0, code, printed() + complaints());
        var expected = JsonText.MAPPER.readTree(sample(name)).path("cases");
        assertEquals(expected.size(), lines().size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).path("id"), lines().get(i).path("id"));
            assertTrue(lines().get(i).path("agrees").asBoolean());
            assertEquals(expected.get(i).path("expected"), lines().get(i).path("computed"));
        }
    }

    /// The profiles that come with the product say the same as those written in the case files.
    @ParameterizedTest
    @ValueSource(strings = {FREQUENCY, QUORUM, STUDY})
    void everySampleAgreesWithTheShippedProfilesToo(String name) throws IOException {
        var tree = (ObjectNode) JsonText.MAPPER.readTree(sample(name));
        tree.remove("profiles");
        if (name.equals(QUORUM)) {
            // the shipped profile counts ALL_DUE (OQ-02), these cases but one do not
            tree.path("cases").values().forEach(each -> chengduWithItsBasis((ObjectNode) each.path("input")));
        }

        assertEquals(0, run("eval", file(name, tree.toString())), printed() + complaints());
        assertFalse(printed().contains("inline"));
    }

    private static void chengduWithItsBasis(ObjectNode input) {
        var profile = input.path("profile").asString();
        if (profile.startsWith("CHENGDU_2021")) {
            input.put("profile", "CHENGDU_2021");
            input.putObject("params").put("quorumBasis", profile.endsWith("ALL_DUE") ? "ALL_DUE" : "VOTING_DUE");
        }
    }

    @Test
    void withoutAnExpectationItPrintsWhatItComputes() throws IOException {
        var tree = JsonText.MAPPER.readTree(sample(STUDY));
        tree.path("cases").values().forEach(each -> ((ObjectNode) each).remove("expected"));

        assertEquals(0, run("eval", file("open.json", tree.toString())), complaints());

        var expected = JsonText.MAPPER.readTree(sample(STUDY)).path("cases");
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).path("expected"), lines().get(i).path("computed"));
            assertTrue(lines().get(i).path("agrees").isMissingNode());
        }
    }

    @Test
    void withoutAnExpectationABranchShowsEveryDutyOfTheYear() throws IOException {
        var tree = JsonText.MAPPER.readTree(sample(FREQUENCY));
        tree.path("cases").values().forEach(each -> ((ObjectNode) each).remove("expected"));

        assertEquals(0, run("eval", file("open.json", tree.toString())), complaints());

        var rows = lines().getFirst().path("computed");
        var expected =
                JsonText.MAPPER.readTree(sample(FREQUENCY)).path("cases").get(0).path("expected");
        expected.values().forEach(row -> assertTrue(rows.values().contains(row), row.toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frequency_cases.json | \"status\": \"MET\"      | \"status\": \"LATE\"     | [0].status",
                "frequency_cases.json | \"count\": 1             | \"count\": 2             | [0].count",
                "frequency_cases.json | \"flags\": []            | \"flags\": [\"OFF_DAY\"] | [0].flags",
                "frequency_cases.json | \"dueDate\": \"2021-01-01\" | \"dueDate\": \"2021-01-02\" | [0].dueDate",
                "frequency_cases.json | \"period\": \"2021Q1\",\\n     \"status\" | \"period\": \"2021-01\",\\n     \"status\" | [0]",
                "quorum_cases.json    | \"result\": \"PASSED\"   | \"result\": \"NOT_PASSED\" | items[0].result",
                "quorum_cases.json    | \"absent\": 14           | \"absent\": 13            | absent",
                "studyhours_cases.json| \"credited\": 31.5       | \"credited\": 32          | credited",
                "studyhours_cases.json| \"levelOk\": false       | \"levelOk\": true         | levelOk"
            })
    void aDifferenceIsNamedAndSetsTheExitCode(String sample, String from, String to, String at) throws IOException {
        var real = from.replace("\\n", "\n");

        int code = run("eval", changed(sample.strip(), real, to.replace("\\n", "\n")));

        assertEquals(1, code, complaints());
        var different = lines().stream().filter(line -> line.has("differences")).toList();
        assertEquals(1, different.size());
        assertEquals(
                at, different.getFirst().path("differences").get(0).path("at").asString());
        assertFalse(different.getFirst().path("agrees").asBoolean());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frequency_cases.json  | \"date\": \"2021-03-31\"  | \"date\": \"2021-02-30\"   | 用例 FQ-01：cases[0].input.events[0].date",
                "frequency_cases.json  | \"asOf\": \"2021-07-01\"  | \"as0f\": \"2021-07-01\"   | cases[0].input.as0f",
                "frequency_cases.json  | \"status\": \"HELD\"      | \"status\": \"DONE\"       | cases[0].input.events[0].status",
                "frequency_cases.json  | \"themeDay\": null        | \"themeDay\": \"10\"       | cases[0].input.org.themeDay",
                "frequency_cases.json  | \"profile\": \"CHENGDU_2021\" | \"profile\": \"NOWHERE\" | NOWHERE",
                "frequency_cases.json  | \"params\": {},           | \"params\": {\"x\": 1},    | cases[0].input.params",
                "frequency_cases.json  | \"period\": \"QUARTER\"   | \"period\": \"WEEK\"       | profiles.CHENGDU_2021.duties[0].period",
                "quorum_cases.json     | \"fullVoting\": 30        | \"fullVoting\": -1         | cases[0].input.roster.fullVoting",
                "quorum_cases.json     | \"fullVotingSigned\": 16  | \"fullVotingSigned\": 31   | cases[0].input.attendance",
                "quorum_cases.json     | \"yes\": 16               | \"yes\": 16.5              | cases[0].input.ballots[0].yes",
                "quorum_cases.json     | \"meetingQuorum\": [      | \"meetingQuorum\": [1,     | profiles.CHENGDU_2021.meetingQuorum",
                "studyhours_cases.json | \"hours\": 3.5            | \"hours\": 3.3             | cases[1].input.credits[7].hours",
                "studyhours_cases.json | \"year\": 2021            | \"year\": \"2021\"         | cases[0].input.year",
                "studyhours_cases.json | \"unit\": \"HOUR\"        | \"unit\": \"WEEK\"         | profiles.CHENGDU_2021.unit",
                "studyhours_cases.json | \"id\": \"H-02\"          | \"id\": \"H-01\"           | 「H-01」出现了两次"
            })
    void malformedInputIsNamedWithItsPlace(String sample, String from, String to, String place) throws IOException {
        int code = run("eval", changed(sample.strip(), from, to));

        assertEquals(2, code, printed());
        assertTrue(complaints().contains(place), complaints());
        assertTrue(complaints().contains("changed.json"), complaints());
    }

    @Test
    void oneMalformedCaseDoesNotHinderTheOthers() throws IOException {
        run("eval", changed(FREQUENCY, "\"2021-03-31\"", "\"yesterday\""));

        assertEquals(7, lines().size());
        assertTrue(complaints().contains("用例 8 个，不一致 0 个，读不懂 1 个"), complaints());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|文件是空的",
                "{|第 1 行",
                "[]|这里应是一组",
                "{} x|不是合法的 JSON",
                "{\"schema\": \"x\", \"schema\": \"y\"}|不是合法的 JSON",
                "{\"schema\": \"weather/1\", \"cases\": []}|frequency-cases/1",
                "{\"schema\": \"quorum-cases/1\"}|缺少用例（cases）"
            })
    void anUnreadableFileSaysWhy(String text, String complaint) throws IOException {
        assertEquals(2, run("eval", file("broken.json", text)));
        assertTrue(complaints().contains("broken.json"), complaints());
        assertTrue(complaints().contains(complaint), complaints());
    }

    @Test
    void bytesThatAreNoTextAreUnreadable() throws IOException {
        var file =
                Files.write(directory.resolve("picture.json"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xFF});

        assertEquals(2, run("eval", file.toString()));
        assertTrue(complaints().contains("UTF-8"), complaints());
    }

    /// As an old 记事本 saves, with a mark before UTF-8, and as UTF-16.
    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-8", "UTF-16"})
    void readsCasesInWhateverEncodingAnEditorSaves(String charset) throws IOException {
        var text = sample(QUORUM);
        var bytes = (charset.equals("UTF-8") ? "\uFEFF" + text : text).getBytes(Charset.forName(charset));
        var file = Files.write(directory.resolve("saved.json"), bytes);

        assertEquals(0, run("eval", file.toString()), complaints());
        assertEquals(7, lines().size());
    }

    @Test
    void aMissingFileIsUnreadableAndTheOthersAreStillEvaluated() throws IOException {
        assertEquals(2, run("eval", directory.resolve("none.json").toString(), file(QUORUM, sample(QUORUM))));
        assertTrue(complaints().contains("没有这个文件"), complaints());
        assertEquals(7, lines().size());
    }

    @Test
    void whyIsToldOnRequest() throws IOException {
        run("eval", "--why", file(QUORUM, sample(QUORUM)));

        assertTrue(printed().contains("应到 20 名有表决权党员，实到 10 名，须超过半数即 11 名"));
    }

    @Test
    void withoutACommandItSaysHowToUseIt() {
        assertEquals(2, run());
        assertEquals(2, run("eval"));
        assertEquals(2, run("dance", "x"));
        assertTrue(complaints().contains("用法"));
    }

    @Test
    void allShippedProfilesAreUsable() {
        assertEquals(0, run("check"), printed());
        for (var name : List.of(
                "CHENGDU_2021", "STREET_STANDARD", "KUNSHAN_2011", "SHANGJIE_2018", "STREET_2020", "NATIONAL")) {
            assertTrue(printed().contains(name + "@"), printed());
        }
        assertTrue(printed().contains("少于全国规定的 32 学时"));
    }

    @Test
    void aFaultyProfileIsRefusedWithAllItsFaults() throws IOException {
        var profile = """
                {"schema": "rule-profile/1", "name": "OURS", "version": "1", "title": "试行", "extends": "NATIONAL",
                 "duties": [
                  {"code": "THEME_DAY", "eventType": "THEME_DAY", "period": "WEEK", "min": 0, "scope": "BRANCH"},
                  {"code": "PARTY_LECTURE", "eventType": "PARTY_LECTURE", "period": "QUARTER", "min": 2, "max": 1,
                   "scope": "BRANCH", "schedule": {"kind": "DAY_OF_MONTH", "day": 10}}],
                 "study": {"unit": "HOUR", "required": {"MEMBER": "many"}}}
                """;

        assertEquals(1, run("check", file("ours.json", profile)));

        assertTrue(printed().contains("OURS：不能使用，共 5 处问题"), printed());
        assertTrue(printed().contains("duties[0].period：写的是 \"WEEK\"；应从这些里选一个：MONTH（每月）"), printed());
        assertTrue(printed().contains("duties[0].min：写的是 0；应是 1 到 366 的整数"), printed());
        assertTrue(printed().contains("duties[1].schedule：固定日和第几个星期几只用于每月的任务"), printed());
        assertTrue(printed().contains("duties[1].max：最多次数不能少于最少次数 2"), printed());
        assertTrue(printed().contains("study.required.MEMBER：写的是 \"many\""), printed());
    }

    @Test
    void aProfileThatCannotBeReadIsAnotherMatter() throws IOException {
        assertEquals(2, run("check", directory.resolve("none.json").toString(), "NATIONAL"));
        assertTrue(printed().contains("NATIONAL@2020.2：可以使用"));
    }

    @Test
    void profilesOnTheCommandLineMayExtendEachOther() throws IOException {
        var base = file(
                "base.json",
                "{\"schema\":\"rule-profile/1\",\"name\":\"BASE\",\"version\":\"1\",\"title\":\"基础\",\"extends\":\"NATIONAL\"}");
        var ours = file(
                "ours.json",
                "{\"schema\":\"rule-profile/1\",\"name\":\"OURS\",\"version\":\"2\",\"title\":\"试行\",\"extends\":\"BASE\"}");

        assertEquals(0, run("check", base, ours), printed());
        assertTrue(printed().contains("OURS@2：可以使用"));
    }
}
