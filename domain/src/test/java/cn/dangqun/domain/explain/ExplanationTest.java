package cn.dangqun.domain.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.AgendaKind;
import cn.dangqun.domain.attendance.AttendanceFigures;
import cn.dangqun.domain.attendance.AttendanceMark;
import cn.dangqun.domain.attendance.AttendanceSheet;
import cn.dangqun.domain.attendance.RollEntry;
import cn.dangqun.domain.attendance.RollSnapshot;
import cn.dangqun.domain.duty.Condition;
import cn.dangqun.domain.duty.DutyCode;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.duty.DutyScope;
import cn.dangqun.domain.duty.DutyStatus;
import cn.dangqun.domain.duty.DutyVerdict;
import cn.dangqun.domain.duty.Inapplicability;
import cn.dangqun.domain.duty.Street;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.quorum.AgendaItem;
import cn.dangqun.domain.quorum.Ballot;
import cn.dangqun.domain.quorum.ElectedBasis;
import cn.dangqun.domain.quorum.ItemResult;
import cn.dangqun.domain.quorum.Meeting;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.domain.quorum.MeetingRules;
import cn.dangqun.domain.quorum.MeetingStatus;
import cn.dangqun.domain.quorum.QuorumBasis;
import cn.dangqun.domain.quorum.Threshold;
import cn.dangqun.domain.quorum.WrittenOpinions;
import cn.dangqun.domain.study.Checkpoint;
import cn.dangqun.domain.study.CreditKind;
import cn.dangqun.domain.study.Learner;
import cn.dangqun.domain.study.Proration;
import cn.dangqun.domain.study.StudyAmount;
import cn.dangqun.domain.study.StudyAssessment;
import cn.dangqun.domain.study.StudyAttendance;
import cn.dangqun.domain.study.StudyCredit;
import cn.dangqun.domain.study.StudyRole;
import cn.dangqun.domain.study.StudyRules;
import cn.dangqun.domain.study.StudyScope;
import cn.dangqun.domain.study.StudyStatus;
import cn.dangqun.domain.study.StudyUnit;
import cn.dangqun.domain.study.TrainingLevel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExplanationTest {
    private static final StudyRole SECRETARY = new StudyRole("BRANCH_SECRETARY");

    private static String explain(DutyVerdict verdict) {
        return DutyExplanation.of(verdict);
    }

    private static List<String> meeting(QuorumBasis basis, MeetingCount count, AgendaKind kind, Ballot... ballots) {
        var half = Threshold.moreThan(1, 2);
        var rules = new MeetingRules(
                half, Optional.empty(), half, Threshold.atLeast(4, 5), basis, WrittenOpinions.NEVER, true);
        return MeetingExplanation.of(new Meeting(
                        ActivityType.MEMBER_MEETING, count, List.of(new AgendaItem(1, kind)), Arrays.asList(ballots))
                .judge(Street.PROFILE, rules));
    }

    private static List<String> study(boolean frail, StudyCredit... credits) {
        var rules = new StudyRules(
                StudyUnit.HOUR,
                Map.of(SECRETARY, 56),
                Map.of(SECRETARY, 1),
                Map.of(SECRETARY, Set.of(new TrainingLevel("CITY"))),
                Map.of(),
                Optional.of(new Checkpoint(MonthDay.of(6, 30), 1, 2)),
                true,
                Proration.NONE,
                8);
        return StudyExplanation.of(StudyAssessment.assess(
                Street.PROFILE,
                rules,
                new Learner(Set.of(SECRETARY), frail, Optional.empty()),
                2021,
                LocalDate.parse("2022-01-01"),
                Arrays.asList(credits)));
    }

    private static StudyCredit credit(String id, CreditKind kind, int hours, boolean training) {
        return new StudyCredit(
                new ActivityId(id),
                LocalDate.parse("2021-03-01"),
                kind,
                StudyAttendance.PRESENT,
                Optional.of(StudyAmount.whole(hours)),
                Optional.empty(),
                training,
                training ? Optional.of(new TrainingLevel("CITY")) : Optional.empty());
    }

    @Test
    void saysHowManyAreMissingForTheQuorum() {
        var lines = meeting(
                QuorumBasis.VOTING_DUE,
                new MeetingCount(26, 26, 16, 20, 10),
                AgendaKind.RESOLUTION,
                new Ballot(List.of(1), 10, 0, 0, 0));

        assertEquals(
                List.of(
                        "党员总数 26 名，应到 26 名，实到 16 名，缺席 10 名",
                        "应到 20 名有表决权党员，实到 10 名，须超过半数即 11 名，还需 1 名，会议无效，不得表决",
                        "第 1 项（决定重大问题）：会议未达法定人数，表决无效",
                        "依据：TRIAL@7"),
                lines);
    }

    @Test
    void saysHowManyVotesAreMissing() {
        var lines = meeting(
                QuorumBasis.VOTING_DUE,
                new MeetingCount(9, 9, 8, 9, 8),
                AgendaKind.ADMIT_MEMBER,
                new Ballot(List.of(1), 4, 2, 2, 0));

        assertEquals("应到 9 名有表决权党员，实到 8 名，须超过半数即 5 名，会议有效，可以表决", lines.get(1));
        assertEquals("第 1 项（吸收新党员）：赞成 4 票，应到 9 名有表决权党员，须超过半数即 5 票，还需 1 票，未通过", lines.get(2));
    }

    @Test
    void countsAgainstEverybodyDueWhereTheProfileSaysSo() {
        var lines = meeting(
                QuorumBasis.ALL_DUE,
                new MeetingCount(26, 26, 20, 20, 14),
                AgendaKind.RESOLUTION,
                new Ballot(List.of(1), 14, 0, 0, 0));

        assertEquals("应到 26 名党员，实到有表决权党员 14 名，须超过半数即 14 名，会议有效，可以表决", lines.get(1));
        assertEquals("第 1 项（决定重大问题）：赞成 14 票，应到 26 名党员，须超过半数即 14 票，通过", lines.get(2));
    }

    @Test
    void namesTheShareAnElectionNeeds() {
        var lines = meeting(QuorumBasis.VOTING_DUE, new MeetingCount(25, 25, 19, 25, 19), AgendaKind.ELECTION);

        var enough = meeting(QuorumBasis.ALL_DUE, new MeetingCount(28, 28, 22, 25, 22), AgendaKind.ELECTION);
        assertEquals("第 1 项（选举）：应到 25 名有表决权党员，实到有选举权的 22 名，须不少于五分之四即 20 名，可以选举；当选须超过应到会有选举权人数的半数即 13 票", enough.get(2));
        assertEquals("第 1 项（选举）：应到 25 名有表决权党员，实到有选举权的 19 名，须不少于五分之四即 20 名，还需 1 名，不能选举", lines.get(2));
    }

    @Test
    void refusesMoreVotesThanVotersInAnElection() {
        var lines = meeting(
                QuorumBasis.VOTING_DUE,
                new MeetingCount(25, 25, 22, 25, 22),
                AgendaKind.ELECTION,
                new Ballot(List.of(1), 30, 0, 0, 0));

        assertEquals("第 1 项（选举）：票数多于可投票人数，表决无效，请核对", lines.get(2));
    }

    @Test
    void aThemeDayBelowHalfWithNothingToVoteOnIsNotCalledAbleToVote() {
        var half = Threshold.moreThan(1, 2);
        var rules = new MeetingRules(
                half, Optional.empty(), half, half, QuorumBasis.VOTING_DUE, WrittenOpinions.NEVER, true);
        var verdict = new Meeting(ActivityType.THEME_DAY, new MeetingCount(20, 20, 5, 20, 5), List.of(), List.of())
                .judge(Street.PROFILE, rules);

        assertEquals(
                "应到 20 名有表决权党员，实到 5 名，须超过半数即 11 名，还需 6 名才可表决；没有表决事项，会议有效",
                MeetingExplanation.of(verdict).get(1));
    }

    @ParameterizedTest
    @CsvSource({"GT,1,2,超过半数", "GTE,2,4,不少于半数", "GT,4,5,超过五分之四", "GTE,7,10,不少于十分之七", "GTE,11,20,不少于20分之11"})
    void writesAShareInWords(Threshold.Comparison comparison, int num, int den, String words) {
        assertEquals(words, MeetingExplanation.of(new Threshold(comparison, num, den)));
    }

    @Test
    void readsOutTheFiguresOfAnActivity() {
        var id = new MemberId("M-1");
        var roll = new RollSnapshot(
                new ActivityId("a-1"),
                new OrganizationId("branch-1"),
                LocalDate.EPOCH,
                List.of(new RollEntry(id, true, Optional.empty())));
        AttendanceFigures figures = new AttendanceSheet(
                        roll, List.of(new AttendanceMark.CheckedIn(id, Instant.EPOCH, false, true)))
                .figures(AttendanceSheet.View.FOR_RECORD);

        assertEquals(
                "党员总数 1 名，不计应到 0 名，应到 1 名，实到 0 名（迟到 0 名，补录 0 名），缺席 1 名（请假 0 名，未签名 1 名）",
                MeetingExplanation.of(figures));
    }

    @Test
    void tellsEveryStateOfADuty() {
        var day = Street.fixedDay(10);
        var held = Street.held("e1", "2021-03-11");

        assertEquals(
                "主题党日（2021年3月）：要求至少 1 次，已完成 1 次，已达标。依据：TRIAL@7，R-091",
                explain(Street.row(Street.monthly(), "2021-03", "2021-04-01", held)));
        assertEquals(
                "主题党日（2021年3月）：要求至少 1 次，已完成 0 次，还差 1 次，2021-03-31 前完成。依据：TRIAL@7，R-091",
                explain(Street.row(Street.monthly(), "2021-03", "2021-03-01")));
        assertEquals(
                "主题党日（2021年3月）：期限 2021-03-10，2021-03-10 完成，按时达标。依据：TRIAL@7，R-091",
                explain(Street.row(day, "2021-03", "2021-04-01", Street.held("e1", "2021-03-10"))));
        assertEquals(
                "主题党日（2021年3月）：期限 2021-03-10，2021-03-11 才完成，属逾期完成；不在固定日举行。依据：TRIAL@7，R-091",
                explain(Street.row(day, "2021-03", "2021-04-01", held)));
        assertEquals(
                "主题党日（2021年3月）：要求至少 1 次，已完成 0 次，还差 1 次，期限 2021-03-10。依据：TRIAL@7，R-091",
                explain(Street.row(day, "2021-03", "2021-03-01")));
        assertEquals(
                "主题党日（2021年3月）：要求至少 1 次，还差 1 次，期限 2021-03-10，还有 2 天。依据：TRIAL@7，R-091",
                explain(Street.row(day, "2021-03", "2021-03-08")));
        assertEquals(
                "主题党日（2021年3月）：要求至少 1 次，还差 1 次，期限 2021-03-10 已过，仍可补办。依据：TRIAL@7，R-091",
                explain(Street.row(day, "2021-03", "2021-03-11")));
        assertEquals(
                "主题党日（2021年3月）：要求至少 1 次，只完成 0 次，缺 1 次，期限 2021-03-10 已过，不能再补办。依据：TRIAL@7，R-091",
                explain(Street.row(day, "2021-03", "2021-04-01")));
        assertEquals(
                "主题党日（2021年3月）：期限 2021-03-20，2021-03-20 完成，按时达标；改期已按规定提前批准。依据：TRIAL@7，R-091",
                explain(Street.moved(
                        day,
                        "2021-03",
                        "2021-04-01",
                        Street.moved("2021-03", "2021-03-20", "2021-03-01"),
                        Street.held("e1", "2021-03-20"))));
        assertEquals(
                "主题党日（2021年3月）：本组织没有此项要求。依据：TRIAL@7，R-091",
                explain(Street.row(Street.condition(day, new Condition.HasGroups()), "2021-03", "2021-04-01")));
    }

    @Test
    void tellsGroupsFromTheirRollUp() {
        var rows =
                Street.groupRows(Street.monthly(), "2021-05", "2021-06-01", Street.inGroup("e1", "2021-05-06", "G1"));

        assertEquals("主题党日（2021年5月，党小组 G1）：要求至少 1 次，已完成 1 次，已达标。依据：TRIAL@7，R-091", explain(rows.get(0)));
        assertEquals("主题党日（2021年5月，各党小组汇总）：以最差的一个为准：缺项，合计完成 1 次，共缺 1 次。依据：TRIAL@7，R-091", explain(rows.get(2)));
    }

    @Test
    void namesTheProfileAloneWhereNoRuleIsCited() {
        var rule = Street.monthly();
        var uncited = new DutyRule(
                new DutyCode("OUR_OWN"),
                rule.name(),
                rule.activityType(),
                rule.period(),
                rule.min(),
                rule.max(),
                rule.scope(),
                rule.condition(),
                rule.schedule(),
                rule.graceDaysAfter(),
                rule.remindDaysBefore(),
                rule.coversPeriod(),
                Optional.empty());

        assertEquals(
                "OUR_OWN（2021年5月）：要求至少 1 次，只完成 0 次，缺 1 次，已于 2021-05-31 截止。依据：TRIAL@7",
                explain(Street.row(uncited, "2021-05", "2021-06-01")));
    }

    @Test
    void namesPersonsByTheirNumberOnly() {
        var rule = Street.scope(Street.monthly(), DutyScope.PERSON);

        assertTrue(explain(Street.row(rule, "2021-05", "2021-06-01")).contains("各有关党员汇总"));
    }

    @ParameterizedTest
    @CsvSource({"2021-03,2021年3月", "2021Q2,2021年第2季度", "2021H1,2021年上半年", "2021H2,2021年下半年", "2021,2021年"})
    void namesPeriodsInChinese(String period, String name) {
        assertEquals(name, DutyExplanation.nameOf(Period.parse(period).orElseThrow()));
    }

    @Test
    void tellsWhatIsMissingInStudy() {
        assertEquals(
                List.of(
                        "2021 年应完成 56 学时，已完成 40 学时，还差 16 学时",
                        "至少参加 1 次集中培训，已参加 0 次",
                        "没有参加过规定层级的集中培训",
                        "另有自学 3 学时，只记录，不计入",
                        "结论：未达标。依据：TRIAL@7"),
                study(
                        false,
                        credit("e1", CreditKind.COLLECTIVE, 40, false),
                        credit("s1", CreditKind.SELF_STUDY, 3, false)));
        assertEquals(
                List.of("2021 年应完成 56 学时，已完成 60 学时", "至少参加 1 次集中培训，已参加 1 次", "结论：已达标。依据：TRIAL@7"),
                study(false, credit("e1", CreditKind.COLLECTIVE, 60, true)));
        assertEquals(
                List.of("年老体弱党员不作硬性要求，已送学上门 1 次", "结论：不作硬性要求。依据：TRIAL@7"),
                study(true, credit("v1", CreditKind.HOME_VISIT, 0, false)));
    }

    @ParameterizedTest
    @CsvSource({"2021-06-30,到检查时应完成 28 学时,结论：进度落后。依据：TRIAL@7", "2021-12-31,到检查时应完成 28 学时,结论：进度落后。依据：TRIAL@7"})
    void saysWhatTheCheckpointDemandsAndThatOnlyTrainingCounts(String asOf, String checkpoint, String verdict) {
        var rules = new StudyRules(
                StudyUnit.HOUR,
                Map.of(SECRETARY, 56),
                Map.of(),
                Map.of(),
                Map.of(SECRETARY, StudyScope.TRAINING),
                Optional.of(new Checkpoint(MonthDay.of(6, 30), 1, 2)),
                false,
                Proration.NONE,
                8);
        var lines = StudyExplanation.of(StudyAssessment.assess(
                Street.PROFILE,
                rules,
                new Learner(Set.of(SECRETARY), false, Optional.empty()),
                2021,
                LocalDate.parse(asOf),
                List.of(credit("t1", CreditKind.COLLECTIVE, 8, true), credit("e1", CreditKind.COLLECTIVE, 40, false))));

        assertEquals(List.of("2021 年应完成集中培训 56 学时，已完成 8 学时，还差 48 学时", checkpoint, verdict), lines);
    }

    @ParameterizedTest
    @EnumSource(AgendaKind.class)
    void everyAgendaKindHasAWord(AgendaKind kind) {
        assertFalse(Texts.word(kind).isBlank());
    }

    @Test
    void everyStateHasAText() {
        var bundle = ResourceBundle.getBundle("cn.dangqun.domain.explain.texts", java.util.Locale.ROOT);
        Arrays.stream(ItemResult.values()).forEach(each -> assertTrue(bundle.containsKey("item." + each), each.name()));
        Arrays.stream(MeetingStatus.values()).forEach(each -> assertTrue(bundle.containsKey("meeting." + each)));
        Arrays.stream(StudyScope.values()).forEach(each -> assertTrue(bundle.containsKey("StudyScope." + each)));
        Arrays.stream(QuorumBasis.values())
                .forEach(each -> assertFalse(Texts.word(each).isBlank()));
        Arrays.stream(ElectedBasis.values())
                .forEach(each -> assertFalse(Texts.word(each).isBlank()));
        Arrays.stream(DutyStatus.values())
                .forEach(each -> assertFalse(Texts.word(each).isBlank()));
        Arrays.stream(StudyStatus.values())
                .forEach(each -> assertFalse(Texts.word(each).isBlank()));
        Arrays.stream(Inapplicability.values())
                .forEach(each -> assertFalse(Texts.word(each).isBlank()));
    }
}
