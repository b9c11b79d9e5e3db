package cn.dangqun.domain.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.domain.duty.Street;
import cn.dangqun.domain.quorum.MeetingRules;
import cn.dangqun.domain.quorum.QuorumBasis;
import cn.dangqun.domain.quorum.Threshold;
import cn.dangqun.domain.quorum.WrittenOpinions;
import cn.dangqun.domain.study.Proration;
import cn.dangqun.domain.study.StudyRole;
import cn.dangqun.domain.study.StudyRules;
import cn.dangqun.domain.study.StudyUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleProfileTest {
    private static final StudyRole MEMBER = new StudyRole("MEMBER");
    private static final StudyRole DIRECTOR = new StudyRole("COMMUNITY_DIRECTOR");
    private static final StudyRules DAYS = study(StudyUnit.DAY, DIRECTOR);
    private static final StudyRules HOURS = study(StudyUnit.HOUR, MEMBER);

    private static StudyRules study(StudyUnit unit, StudyRole role) {
        return new StudyRules(
                unit, Map.of(role, 7), Map.of(), Map.of(), Map.of(), Optional.empty(), false, Proration.NONE, 8);
    }

    private static RuleProfile profile() {
        var half = Threshold.moreThan(1, 2);
        var meetings = new MeetingRules(
                half, Optional.empty(), half, half, QuorumBasis.VOTING_DUE, WrittenOpinions.NEVER, true);
        return new RuleProfile(
                Street.PROFILE,
                "试行方案",
                List.of(Street.monthly()),
                meetings,
                new MeetingPractice(List.of(ChairPost.SECRETARY), 3, false),
                List.of(DAYS, HOURS),
                List.of(),
                Map.of());
    }

    @Test
    void theFirstBlockThatKnowsARoleDecides() {
        assertEquals(Optional.of(DAYS), profile().studyFor(List.of(MEMBER, DIRECTOR)));
        assertEquals(Optional.of(HOURS), profile().studyFor(List.of(MEMBER)));
        assertEquals(Optional.empty(), profile().studyFor(List.of(new StudyRole("GUEST"))));
    }

    @Test
    void aPlanCarriesTheProfileItComesFrom() {
        var plan = profile().planFor(Street.branch());

        assertEquals(Street.PROFILE, plan.profile());
        assertEquals(List.of(Street.monthly()), plan.rules());
    }

    @Test
    void aMeetingHasAChairAndNoticeComesBeforeIt() {
        assertThrows(IllegalArgumentException.class, () -> new MeetingPractice(List.of(), 3, false));
        var secretary = List.of(ChairPost.SECRETARY);
        assertThrows(IllegalArgumentException.class, () -> new MeetingPractice(secretary, -1, false));
        assertEquals(0, new MeetingPractice(secretary, 0, false).noticeDays());
    }
}
