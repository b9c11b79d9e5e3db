package cn.dangqun.config.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.config.profile.json.Fault;
import cn.dangqun.config.profile.json.JsonText;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.calendar.YearCalendar;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.duty.Schedule;
import cn.dangqun.domain.period.PeriodKind;
import cn.dangqun.domain.profile.ProfileChoice;
import cn.dangqun.domain.profile.RuleProfile;
import cn.dangqun.domain.quorum.ElectedBasis;
import cn.dangqun.domain.quorum.QuorumBasis;
import cn.dangqun.domain.quorum.Threshold;
import cn.dangqun.domain.study.Proration;
import cn.dangqun.domain.study.StudyRole;
import cn.dangqun.domain.study.StudyUnit;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileLibraryTest {
    private static final String HEAD =
            "{\"schema\":\"rule-profile/1\",\"name\":\"OURS\",\"version\":\"1\",\"title\":\"试行\",\"extends\":\"NATIONAL\",";
    private final ProfileLibrary shipped = ProfileLibrary.shipped();

    private RuleProfile accepted(String name, Map<String, String> params) {
        var reading = shipped.read(new ProfileChoice(name, params));
        return assertInstanceOf(ProfileReading.Accepted.class, reading, reading::toString)
                .profile();
    }

    private List<Fault> refused(ProfileLibrary library, String name, Map<String, String> params) {
        var reading = library.read(new ProfileChoice(name, params));
        return assertInstanceOf(ProfileReading.Refused.class, reading, reading::toString)
                .faults();
    }

    private static DutyRule duty(RuleProfile profile, String code) {
        return profile.duties().stream()
                .filter(each -> each.code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private ProfileLibrary with(String rest) {
        return shipped.with("OURS", JsonText.MAPPER.readTree(HEAD + rest + "}"));
    }

    @Test
    void sixProfilesAreShippedAndEachNumberCitesItsRule() {
        assertEquals(
                Set.of("CHENGDU_2021", "STREET_STANDARD", "KUNSHAN_2011", "SHANGJIE_2018", "STREET_2020", "NATIONAL"),
                shipped.names());
        for (var name : shipped.names()) {
            accepted(name, Map.of())
                    .duties()
                    .forEach(duty -> assertTrue(duty.rule().isPresent(), duty::toString));
        }
    }

    @Test
    void theNationalProfileAdmitsFourFifthsAndWrittenOpinions() {
        var national = accepted("NATIONAL", Map.of());

        assertEquals(Threshold.atLeast(4, 5), national.meetings().electionQuorum());
        assertEquals(Threshold.atLeast(1, 2), national.meetings().quorumFor(ActivityType.COMMITTEE_MEETING));
        assertEquals(
                Threshold.moreThan(4, 5),
                accepted("CHENGDU_2021", Map.of()).meetings().electionQuorum());
    }

    @Test
    void chengduCountsMeetingsAgainstEverybodyDueAndElectionsAgainstThoseWithVotingRight() {
        var chengdu = accepted("CHENGDU_2021", Map.of()).meetings();

        assertEquals(QuorumBasis.ALL_DUE, chengdu.basis());
        assertEquals(QuorumBasis.VOTING_DUE, chengdu.electionBasis());
        assertEquals(ElectedBasis.VOTING_DUE, chengdu.electedBasis());
        assertEquals(
                QuorumBasis.VOTING_DUE,
                accepted("NATIONAL", Map.of()).meetings().basis());
    }

    @Test
    void aStreetOverridesSingleParameters() {
        var street = accepted(
                "CHENGDU_2021",
                Map.of(
                        "quorumBasis", "VOTING_DUE",
                        "electedBasis", "VOTING_PRESENT",
                        "remindDays", "5",
                        "proration", "MONTHLY_CEIL",
                        "noticeDays", "7",
                        "THEME_DAY.graceDaysAfter", "2",
                        "GROUP_MEETING.max", "3",
                        "PARTY_LECTURE.min", "2"));

        assertEquals(QuorumBasis.VOTING_DUE, street.meetings().basis());
        assertEquals(ElectedBasis.VOTING_PRESENT, street.meetings().electedBasis());
        assertEquals(5, duty(street, "RELATION_CENSUS").remindDaysBefore());
        assertEquals(2, duty(street, "THEME_DAY").graceDaysAfter());
        assertEquals(0, duty(street, "RELATION_CENSUS").graceDaysAfter());
        assertEquals(OptionalInt.of(3), duty(street, "GROUP_MEETING").max());
        assertEquals(2, duty(street, "PARTY_LECTURE").min());
        assertEquals(7, street.practice().noticeDays());
        assertEquals(Proration.MONTHLY_CEIL, street.study().getFirst().proration());
    }

    @Test
    void theMembersMeetingMayBecomeMonthly() {
        assertEquals(
                PeriodKind.QUARTER,
                duty(accepted("STREET_STANDARD", Map.of()), "MEMBER_MEETING").period());
        var monthly = accepted("STREET_STANDARD", Map.of("memberMeetingPeriod", "MONTH"));
        assertEquals(PeriodKind.MONTH, duty(monthly, "MEMBER_MEETING").period());
    }

    @Test
    void aMistypedParameterIsNamedWithEverythingItBreaks() {
        assertEquals(
                List.of(new Fault("params.memberMeetings", "本方案没有参数「memberMeetings」")),
                refused(shipped, "STREET_STANDARD", Map.of("memberMeetings", "MONTH")));
        var faults = refused(shipped, "STREET_STANDARD", Map.of("memberMeetingPeriod", "WEEK"));
        assertEquals("duties[0].period", faults.getFirst().place());
        assertEquals(
                2,
                refused(shipped, "CHENGDU_2021", Map.of("hoursPerDay", "25", "quorumBasis", "SOME"))
                        .size());
    }

    @Test
    void kunshanStatesItsOwnNumbersAndInheritsTheRest() {
        var kunshan = accepted("KUNSHAN_2011", Map.of());

        assertEquals("KUNSHAN_2011@2011.2", kunshan.ref().toString());
        assertEquals(4, duty(kunshan, "OPINION_MEETING").min());
        assertEquals(PeriodKind.QUARTER, duty(kunshan, "MEMBER_MEETING").period());
        var director = kunshan.studyFor(List.of(new StudyRole("MEMBER"), new StudyRole("COMMUNITY_DIRECTOR")));
        assertEquals(StudyUnit.DAY, director.orElseThrow().unit());
        assertEquals(
                StudyUnit.HOUR,
                kunshan.studyFor(List.of(new StudyRole("MEMBER"))).orElseThrow().unit());
    }

    @Test
    void shangjieReplacesTheThemeDayInPlace() {
        var shangjie = accepted("SHANGJIE_2018", Map.of());

        assertInstanceOf(
                Schedule.OwnDay.class, duty(shangjie, "THEME_DAY").schedule().orElseThrow());
        assertEquals(
                1,
                shangjie.duties().stream()
                        .filter(each -> each.code().value().equals("THEME_DAY"))
                        .count());
        assertEquals(6, shangjie.steps().get(ActivityType.THEME_DAY).size());
        assertEquals(3, shangjie.steps().get(ActivityType.ORG_LIFE_MEETING).size());
    }

    @Test
    void theCalendarHoldsTheFixedDatesOfItsSource() {
        var days = new YearCalendar(accepted("CHENGDU_2021", Map.of()).calendar())
                .between(LocalDate.parse("2021-01-01"), LocalDate.parse("2021-12-31")).stream()
                        .map(entry -> entry.day() + " " + entry.date().code() + " "
                                + entry.date().rule())
                        .toList();

        assertTrue(days.contains("2021-01-10 FEE_PUBLICITY R-131"), days::toString);
        assertTrue(days.contains("2021-07-10 FEE_PUBLICITY R-131"));
        assertTrue(days.contains("2021-03-31 RELATION_CENSUS R-039"));
        assertTrue(days.contains("2021-06-30 STUDY_HALF R-124"));
        assertTrue(days.contains("2021-01-31 STUDY_PLAN R-127"));
        var receptions = new YearCalendar(accepted("KUNSHAN_2011", Map.of("receptionDay", "FRIDAY"))
                        .calendar())
                .between(LocalDate.parse("2021-01-01"), LocalDate.parse("2021-01-01"));
        assertEquals("RECEPTION_DAY", receptions.getFirst().date().code());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"colour\": 1` | colour | 不认识「colour」",
                "`\"duties\": [{\"code\": \"X\", \"eventType\": \"X\", \"period\": \"YEAR\", \"min\": 1}]` | duties[0] | 缺少范围（scope）",
                "`\"duties\": [{\"code\": \"x y\", \"eventType\": \"X\", \"period\": \"YEAR\", \"min\": 1, \"scope\": \"BRANCH\"}]` | duties[0].code | 大写英文代号",
                "`\"duties\": [{\"code\": \"X\", \"eventType\": \"X\", \"period\": \"YEAR\", \"min\": 1, \"scope\": \"BRANCH\", \"rule\": \"80\"}]` | duties[0].rule | 规则编号",
                "`\"duties\": [{\"code\": \"X\", \"eventType\": \"X\", \"period\": \"YEAR\", \"min\": 1, \"scope\": \"BRANCH\", \"appliesIf\": \"orgType in MOON\"}]` | duties[0].appliesIf | hasCommittee",
                "`\"duties\": [{\"code\": \"X\", \"eventType\": \"X\", \"period\": \"YEAR\", \"min\": 1, \"scope\": \"BRANCH\", \"coverBased\": true}]` | duties[0] | 期后截止日",
                "`\"duties\": [{\"code\": \"X\", \"eventType\": \"X\", \"period\": \"MONTH\", \"min\": 1, \"scope\": \"BRANCH\", \"schedule\": {\"kind\": \"BEFORE\", \"monthDay\": \"03-31\"}}]` | duties[0].schedule | 只用于每年一次",
                "`\"duties\": [{\"code\": \"X\", \"eventType\": \"X\", \"period\": \"YEAR\", \"min\": 1, \"scope\": \"BRANCH\", \"schedule\": {\"kind\": \"AFTER_PERIOD_DEADLINE\", \"monthDay\": \"03-31\"}}]` | duties[0].schedule | 只用于按所涉期间计算",
                "`\"duties\": [{\"code\": \"X\", \"eventType\": \"X\", \"period\": \"QUARTER\", \"min\": 1, \"scope\": \"BRANCH\", \"coverBased\": true, \"schedule\": {\"kind\": \"AFTER_PERIOD_DEADLINE\", \"monthDayByHalf\": {\"H1\": \"07-10\", \"H2\": \"01-10\"}}}]` | duties[0].schedule | 应有 4 个",
                "`\"duties\": [{\"code\": \"X\", \"eventType\": \"X\", \"period\": \"MONTH\", \"min\": 1, \"scope\": \"BRANCH\", \"schedule\": {\"kind\": \"DAY_OF_MONTH\", \"day\": 29}}]` | duties[0].schedule.day | 1 到 28",
                "`\"duties\": [{\"code\": \"X\", \"eventType\": \"X\", \"period\": \"MONTH\", \"min\": 1, \"scope\": \"BRANCH\", \"schedule\": {\"kind\": \"DAY_OF_MONTH\", \"day\": \"orgParam:moon\"}}]` | duties[0].schedule.day | orgParam:themeDay",
                "`\"duties\": [{\"code\": \"X\", \"eventType\": \"X\", \"period\": \"MONTH\", \"min\": 1, \"scope\": \"BRANCH\", \"schedule\": {\"kind\": \"BY_ORG_CLASS\"}}]` | duties[0].schedule | 没有写任何组织类别",
                "`\"duties\": [{\"code\": \"X\", \"eventType\": \"X\", \"period\": \"MONTH\", \"min\": \"param:lost\", \"scope\": \"BRANCH\"}]` | duties[0].min | 没有在 params 里定义",
                "`\"meetings\": {\"meetingQuorum\": [\"GT\", 1, 1], \"resolution\": [\"GT\", 1, 2], \"electionQuorum\": [\"GT\", 4, 5], \"basis\": \"ALL_DUE\", \"countWrittenOpinions\": \"NEVER\", \"signatureRequired\": true}` | meetings.meetingQuorum | 没有任何人数能达到",
                "`\"practice\": {\"chairs\": [], \"noticeDays\": 3, \"handwrittenScanRequired\": true}` | practice.chairs | 至少要有一种主持人",
                "`\"study\": {\"unit\": \"HOUR\", \"required\": {}}` | study.required | 至少要规定一种身份",
                "`\"study\": {\"unit\": \"HOUR\", \"required\": {\"MEMBER\": 32}, \"checkpoint\": {\"monthDay\": \"06-31\", \"ratio\": 0.5}}` | study.checkpoint.monthDay | 03-31",
                "`\"study\": {\"unit\": \"HOUR\", \"required\": {\"MEMBER\": 32}, \"checkpoint\": {\"monthDay\": \"06-30\", \"ratio\": 1.5}}` | study.checkpoint.ratio | 不超过 1",
                "`\"steps\": {\"DANCE\": [\"跳舞\"]}` | steps.DANCE | 不认识活动类型",
                "`\"calendar\": [{\"code\": \"X\", \"name\": \"事项\", \"every\": \"MONTH\", \"day\": 31, \"owner\": \"BRANCH\", \"rule\": \"R-131\"}]` | calendar[0].day | 1 到 28"
            })
    void aFaultIsNamedInWordsAStreetOfficeUnderstands(String rest, String place, String words) {
        var faults = refused(with(rest), "OURS", Map.of());

        assertEquals(1, faults.size(), faults::toString);
        assertEquals(place, faults.getFirst().place());
        assertTrue(faults.getFirst().message().contains(words), faults::toString);
    }

    @Test
    void aProfileMayNotExtendItselfOrTheUnknown() {
        var circle =
                shipped.with("OURS", JsonText.MAPPER.readTree(HEAD.replace("NATIONAL", "OURS") + "\"source\": \"S\"}"));
        assertTrue(refused(circle, "OURS", Map.of()).toString().contains("绕了一圈"));
        assertTrue(refused(shipped, "NOWHERE", Map.of()).toString().contains("没有名为「NOWHERE」的方案"));
        var orphan = shipped.with(
                "OURS", JsonText.MAPPER.readTree(HEAD.replace("NATIONAL", "NOWHERE") + "\"source\": \"S\"}"));
        assertTrue(refused(orphan, "OURS", Map.of()).toString().contains("没有名为「NOWHERE」的方案"));
    }

    @Test
    void aProfileOnItsOwnMustSayEverything() {
        var alone = shipped.with(
                "OURS", JsonText.MAPPER.readTree(HEAD.replace(",\"extends\":\"NATIONAL\"", "") + "\"source\": \"S\"}"));

        assertEquals(4, refused(alone, "OURS", Map.of()).size());
    }

    @Test
    void theCodeOfADutyAppearsOnce() {
        var duty = "{\"code\": \"X\", \"eventType\": \"X\", \"period\": \"YEAR\", \"min\": 1, \"scope\": \"BRANCH\"}";

        assertTrue(refused(with("\"duties\": [" + duty + "," + duty + "]"), "OURS", Map.of())
                .toString()
                .contains("「X」出现了两次"));
    }
}
