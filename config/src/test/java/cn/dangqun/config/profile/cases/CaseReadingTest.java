package cn.dangqun.config.profile.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.config.profile.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a case may say beyond the samples.
class CaseReadingTest {
    private static CaseResult only(String schema, String input, String expected) {
        var document =
                JsonText.MAPPER.readTree("{\"schema\": \"" + schema + "\", \"cases\": [{\"id\": \"T-1\", \"input\": "
                        + input.replace('\'', '"') + ", \"expected\": " + expected.replace('\'', '"') + "}]}");
        var file = new CaseFile(ProfileLibrary.shipped(), document);
        assertEquals(0, file.faults().size(), file.faults()::toString);
        return file.results().getFirst();
    }

    private static void assertAgrees(String schema, String input, String expected) {
        var result = only(schema, input, expected);
        var evaluated = assertInstanceOf(CaseResult.Evaluated.class, result, result::toString);
        assertEquals(
                0,
                evaluated.comparison().orElseThrow().differences().size(),
                () -> evaluated.comparison().orElseThrow().differences().toString());
    }

    private static String frequency(String params, String asOf, String events) {
        return "{'profile': 'CHENGDU_2021', 'params': " + params
                + ", 'org': {'orgType': 'COMMITTEE', 'orgClass': 'COMMUNITY',"
                + " 'hasCommittee': false, 'groups': [], 'themeDay': 10, 'activeFrom': null, 'persons': ['M-1', 'M-2']},"
                + " 'asOf': '" + asOf + "', 'events': " + events + "}";
    }

    private static String event(String date, String duty, String more) {
        return "[{'id': 'e1', 'type': '" + duty + "', 'date': '" + date + "', 'status': 'HELD', 'validity': 'VALID',"
                + " 'duties': ['" + duty + "']" + more + "}]";
    }

    @Test
    void aPublicationNamesTheHalfYearItCovers() {
        assertAgrees(
                "frequency-cases/1",
                frequency("{}", "2021-08-01", event("2021-07-11", "DUES_PUBLICITY", ", 'covers': '2021H1'")),
                "[{'duty': 'DUES_PUBLICITY', 'period': '2021H1', 'status': 'LATE', 'count': 1, 'shortfall': 0,"
                        + " 'flags': [], 'dueDate': '2021-07-10'},"
                        + " {'duty': 'DUES_PUBLICITY', 'period': '2020H2', 'status': 'MISSING'}]");
    }

    @Test
    void whenAnActivityWasUploadedNeverMatters() {
        assertAgrees(
                "frequency-cases/1",
                frequency(
                        "{}", "2021-04-01", event("2021-03-10", "THEME_DAY", ", 'uploadedAt': '2021-05-01T08:00:00'")),
                "[{'duty': 'THEME_DAY', 'period': '2021-03', 'status': 'MET', 'flags': []}]");
    }

    @Test
    void graceMayBeGivenToAllDutiesAtOnce() {
        assertAgrees(
                "frequency-cases/1",
                frequency("{'graceDaysAfter': 2}", "2021-04-01", event("2021-03-12", "THEME_DAY", "")),
                "[{'duty': 'THEME_DAY', 'period': '2021-03', 'status': 'MET', 'dueDate': '2021-03-12'}]");
    }

    @Test
    void aDutyThatDoesNotApplyHasNoRowsToMiss() {
        assertAgrees(
                "frequency-cases/1",
                frequency("{}", "2021-04-01", "[]"),
                "[{'duty': 'COMMITTEE_MEETING', 'period': '2021-03', 'status': 'NOT_APPLICABLE', 'count': 0, 'shortfall': 0, 'flags': []},"
                        + " {'duty': 'GROUP_MEETING', 'period': '2021-03', 'status': 'NOT_APPLICABLE'},"
                        + " {'duty': 'LEADERSHIP_LIFE_MEETING', 'period': '2020', 'status': 'MISSING'}]");
    }

    @Test
    void everyLeaderGivesALecture() {
        assertAgrees(
                "frequency-cases/1",
                frequency("{}", "2021-04-01", event("2021-03-12", "LEADER_LECTURE", ", 'personId': 'M-2'")),
                "[{'duty': 'LEADER_LECTURE', 'period': '2021', 'personId': 'M-1', 'status': 'PENDING'},"
                        + " {'duty': 'LEADER_LECTURE', 'period': '2021', 'personId': 'M-2', 'status': 'MET'},"
                        + " {'duty': 'LEADER_LECTURE', 'period': '2021', 'personId': null, 'status': 'PENDING', 'count': 1}]");
    }

    @Test
    void aLeadersLectureCountsWhereverItWasHeld() {
        var input = frequency(
                        "{}",
                        "2021-04-01",
                        event("2021-03-12", "LEADER_LECTURE", ", 'personId': 'M-2', 'orgId': 'linked-branch'"))
                .replace(", 'persons': ['M-1', 'M-2']", "");
        assertAgrees(
                "frequency-cases/1",
                input,
                "[{'duty': 'LEADER_LECTURE', 'period': '2021', 'personId': 'M-2', 'status': 'MET', 'count': 1},"
                        + " {'duty': 'LEADER_LECTURE', 'period': '2021', 'personId': 'M-3', 'status': 'PENDING'},"
                        + " {'duty': 'PARTY_LECTURE', 'period': '2021Q1', 'status': 'MISSING', 'count': 0}]");
    }

    @Test
    void afterItsLastDayAnOrganisationOwesNothing() {
        assertAgrees(
                "frequency-cases/1",
                frequency("{}", "2021-12-01", "[]").replace("'activeFrom': null", "'activeTo': '2021-06-30'"),
                "[{'duty': 'THEME_DAY', 'period': '2021-06', 'status': 'MISSING'},"
                        + " {'duty': 'THEME_DAY', 'period': '2021-07', 'status': 'NOT_APPLICABLE', 'shortfall': 0},"
                        + " {'duty': 'DUES_PUBLICITY', 'period': '2021H1', 'status': 'NOT_APPLICABLE'}]");
    }

    @Test
    void graceEndsWithThePeriod() {
        assertAgrees(
                "frequency-cases/1",
                frequency("{'graceDaysAfter': 30}", "2021-03-31", "[]"),
                "[{'duty': 'THEME_DAY', 'period': '2021-03', 'status': 'DUE_SOON', 'dueDate': '2021-03-31'}]");
    }

    @ParameterizedTest
    @CsvSource({"MEMBER_MEETING,2021Q1", "THEME_DAY,2021-03"})
    void whatWasHeldBelowHalfWithoutABallotMeetsItsDuty(String duty, String period) {
        assertAgrees(
                "frequency-cases/1",
                frequency("{}", "2021-04-01", event("2021-03-10", duty, "").replace("VALID", "HELD_NO_VOTE_ALLOWED")),
                "[{'duty': '" + duty + "', 'period': '" + period + "', 'status': 'MET', 'count': 1}]");
    }

    private static String committee(String type, String more) {
        return "{'profile': 'NATIONAL', 'meetingType': '" + type + "', 'roster': {'fullVoting': 5, 'fullNoVote': 0,"
                + " 'probationary': 0, 'approvedNotCounted': 0}, 'attendance': {'fullVotingSigned': 0,"
                + " 'fullVotingUnsigned': 3, 'fullNoVoteSigned': 0, 'probationarySigned': 0, 'leave': 2,"
                + " 'absentNoReason': 0}, 'agenda': [{'no': 1, 'kind': 'RESOLUTION'}],"
                + " 'ballots': [{'covers': [1], 'yes': 3, 'no': 0, 'abstain': 0}]" + more + "}";
    }

    @Test
    void aCommitteeNeedsNoSignatures() {
        assertAgrees(
                "quorum-cases/1",
                committee("COMMITTEE_MEETING", ""),
                "{'present': 3, 'absent': 2, 'votingPresent': 3, 'meetingStatus': 'VALID',"
                        + " 'items': [{'no': 1, 'result': 'PASSED', 'yesNeeded': 3}]}");
        assertAgrees(
                "quorum-cases/1",
                committee("THEME_DAY", ", 'duties': ['THEME_DAY', 'MEMBER_MEETING', 'MEMBER_REPORT']"),
                "{'present': 0, 'meetingStatus': 'INVALID_NO_QUORUM'}");
    }

    @Test
    void anElectionRefusesMoreVotesThanVotersAndMayBallotAgain() {
        var election = "[{'no': 1, 'kind': 'ELECTION'}]";
        var tooMany = "{'covers': [1], 'yes': 30, 'no': 0, 'abstain': 0}";
        var again = "{'covers': [1], 'yes': 20, 'no': 2, 'abstain': 0}";
        assertAgrees(
                "quorum-cases/1",
                meeting("CHENGDU_2021", 22, election, "[" + tooMany + "]"),
                "{'meetingStatus': 'VALID', 'items': [{'no': 1, 'result': 'INVALID_TOO_MANY_VOTES'}]}");
        assertAgrees(
                "quorum-cases/1",
                meeting("CHENGDU_2021", 22, election, "[" + tooMany + ", " + again + "]"),
                "{'items': [{'no': 1, 'result': 'ELECTION_MAY_PROCEED', 'presentNeeded': 21}]}");
    }

    @Test
    void anItemSetAsideWithoutABallotIsDeferred() {
        assertAgrees(
                "quorum-cases/1",
                meeting("NATIONAL", 20, "[{'no': 1, 'kind': 'OTHER', 'outcome': 'DEFERRED'}]", "[]"),
                "{'meetingStatus': 'VALID', 'items': [{'no': 1, 'result': 'DEFERRED'}]}");
    }

    private static String meeting(String profile, int signed, String agenda, String ballots) {
        return "{'profile': '" + profile
                + "', 'meetingType': 'MEMBER_MEETING', 'roster': {'fullVoting': 25, 'fullNoVote': 1,"
                + " 'probationary': 2, 'approvedNotCounted': 0}, 'attendance': {'fullVotingSigned': " + signed
                + ", 'fullVotingUnsigned': 1, 'fullNoVoteSigned': 1, 'probationarySigned': 2, 'leave': 2,"
                + " 'absentNoReason': 2, 'observers': 3, 'superiorReps': 1}, 'agenda': " + agenda + ", 'ballots': "
                + ballots + "}";
    }

    @ParameterizedTest
    @CsvSource({"ELECTION_MAY_PROCEED", "MAY_PROCEED", "VALID"})
    void anElectionThatMayProceedHasSeveralNames(String name) {
        assertAgrees(
                "quorum-cases/1",
                meeting("NATIONAL", 20, "[{'no': 1, 'kind': 'ELECTION'}]", "[]"),
                "{'total': 28, 'due': 28, 'present': 23, 'absent': 5, 'votingDue': 25, 'votingPresent': 20,"
                        + " 'items': [{'no': 1, 'result': '" + name + "', 'presentNeeded': 20}]}");
    }

    @Test
    void anAgendaWithoutBallotItemsMayBeExpectedEmpty() {
        assertAgrees(
                "quorum-cases/1",
                meeting("CHENGDU_2021", 12, "[{'no': 1, 'kind': 'LEARNING'}]", "[]"),
                "{'meetingStatus': 'HELD_NO_VOTE_ALLOWED', 'items': []}");
    }

    @Test
    void anItemLeftOutOfTheExpectationIsADifference() {
        var result = only(
                "quorum-cases/1",
                meeting(
                        "CHENGDU_2021",
                        13,
                        "[{'no': 1, 'kind': 'RESOLUTION'}]",
                        "[{'covers': [1], 'yes': 13, 'no': 0, 'abstain': 0}]"),
                "{'items': []}");

        var comparison = assertInstanceOf(CaseResult.Evaluated.class, result)
                .comparison()
                .orElseThrow();
        assertEquals("items[0]", comparison.differences().getFirst().at());
    }

    @Test
    void anItemMayBeReportedUpward() {
        assertAgrees(
                "quorum-cases/1",
                meeting("CHENGDU_2021", 13, "[{'no': 1, 'kind': 'RESOLUTION', 'outcome': 'ESCALATED'}]", "[]"),
                "{'items': [{'no': 1, 'result': 'ESCALATED'}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'no': 1, 'kind': 'RESOLUTION'}] | [{'covers': [2], 'yes': 1, 'no': 0, 'abstain': 0}]",
                "[{'no': 1, 'kind': 'RESOLUTION'}] | [{'covers': [], 'yes': 1, 'no': 0, 'abstain': 0}]",
                "[{'no': 1, 'kind': 'RESOLUTION'}, {'no': 1, 'kind': 'STUDY'}] | []",
                "[{'no': 1, 'kind': 'RESOLUTION'}] | [{'covers': [1], 'yes': 1, 'no': 0, 'abstain': 0}, {'covers': [1], 'yes': 1, 'no': 0, 'abstain': 0}]",
            })
    void ballotsAndAgendaMustFit(String agenda, String ballots) {
        var result = only("quorum-cases/1", meeting("CHENGDU_2021", 13, agenda, ballots), "{}");

        assertEquals(
                1, assertInstanceOf(CaseResult.Malformed.class, result).faults().size());
    }

    private static String study(String profile, String category, String asOf, String credits, String more) {
        return "{'profile': '" + profile + "', 'params': {}, 'person': {'roles': ['MEMBER'], 'category': '" + category
                + "', 'joinedOn': null}, 'year': 2021, 'asOf': '" + asOf + "', 'credits': " + credits + more + "}";
    }

    @Test
    void homeVisitsAreCountedWhereverTheyStand() {
        var visits = "[{'eventId': 'v1', 'date': '2021-02-01', 'kind': 'HOME_VISIT'},"
                + " {'eventId': 'v2', 'date': '2021-05-01', 'kind': 'HOME_VISIT', 'attendance': 'PRESENT', 'hours': 1}]";
        assertAgrees(
                "studyhours-cases/1",
                study("NATIONAL", "FRAIL", "2022-01-01", visits, ", 'homeVisits': ['2021-08-01']"),
                "{'required': 0, 'credited': 0, 'shortfall': 0, 'status': 'EXEMPT', 'homeVisits': 3}");
    }

    @Test
    void halfTheHoursAreDueByMidYear() {
        var credits =
                "[{'eventId': 'e1', 'date': '2021-02-01', 'kind': 'COLLECTIVE', 'attendance': 'LATE', 'hours': 16}]";
        assertAgrees(
                "studyhours-cases/1",
                study("CHENGDU_2021", "ACTIVE", "2021-06-30", credits, ""),
                "{'required': 32, 'credited': 16.0, 'shortfall': 16, 'status': 'ON_TRACK', 'unit': 'HOUR'}");
        assertAgrees(
                "studyhours-cases/1",
                study("CHENGDU_2021", "ACTIVE", "2021-06-29", credits, ""),
                "{'status': 'PENDING'}");
    }

    private static String credit(String id, String date, String more) {
        return "{'eventId': '" + id + "', 'date': '" + date + "', 'kind': 'COLLECTIVE', 'attendance': 'PRESENT'" + more
                + "}";
    }

    @Test
    void aThemeDayIsNoTrainingDayOfASecretaryInKunshan() {
        var credits = new StringBuilder(
                "[" + credit("t1", "2021-04-09", ", 'days': 1, 'centralized': true, 'level': 'CITY'"));
        for (int month = 1; month <= 6; month++) {
            credits.append(", ").append(credit("e" + month, "2021-0" + month + "-10", ", 'days': 1"));
        }
        assertAgrees(
                "studyhours-cases/1",
                study("KUNSHAN_2011", "ACTIVE", "2022-01-01", credits + "]", "")
                        .replace("'MEMBER'", "'COMMUNITY_SECRETARY'"),
                "{'required': 7, 'credited': 1, 'shortfall': 6, 'status': 'NOT_MET', 'levelOk': true}");
    }

    @Test
    void hoursAfterTheDayOfTheCheckAreNotCreditedYet() {
        var credits = "[" + credit("e1", "2021-05-01", ", 'hours': 24") + ", "
                + credit("e2", "2021-07-02", ", 'hours': 8") + "]";
        assertAgrees(
                "studyhours-cases/1",
                study("CHENGDU_2021", "ACTIVE", "2021-06-30", credits, "").replace("'MEMBER'", "'COMMITTEE_MEMBER'"),
                "{'required': 56, 'credited': 24, 'status': 'BEHIND', 'checkpointRequired': 28}");
    }

    @Test
    void aCourseNamesItsLastDay() {
        var course = credit("t1", "2021-12-30", ", 'dateTo': '2022-01-02', 'days': 4, 'centralized': true");
        assertAgrees(
                "studyhours-cases/1",
                study("CHENGDU_2021", "ACTIVE", "2022-06-01", "[" + course + "]", ""),
                "{'credited': 16, 'centralizedTrainings': 1}");
        var backwards = only(
                "studyhours-cases/1",
                study("CHENGDU_2021", "ACTIVE", "2022-06-01", "[" + course.replace("2022-01", "2021-01") + "]", ""),
                "{}");
        assertEquals(
                1,
                assertInstanceOf(CaseResult.Malformed.class, backwards).faults().size());
    }

    @ParameterizedTest
    @CsvSource({"THEME_DAY,4", "MEMBER_MEETING,0"})
    void withoutASignatureHoursCountUnlessTheMeetingAsksForOne(String type, int credited) {
        var credit = credit("e1", "2021-05-01", ", 'hours': 4, 'type': '" + type + "'")
                .replace("PRESENT", "CHECKED_IN_UNSIGNED");
        assertAgrees(
                "studyhours-cases/1",
                study("CHENGDU_2021", "ACTIVE", "2022-01-01", "[" + credit + "]", ""),
                "{'credited': " + credited + "}");
    }

    @Test
    void aCreditWithoutAnAmountIsNone() {
        var result = only(
                "studyhours-cases/1",
                study(
                        "NATIONAL",
                        "ACTIVE",
                        "2022-01-01",
                        "[{'eventId': 'e 1', 'date': '2021-02-01', 'kind': 'COLLECTIVE', 'attendance': 'PRESENT'}]",
                        ""),
                "{}");

        assertEquals(
                2, assertInstanceOf(CaseResult.Malformed.class, result).faults().size());
    }
}
