package cn.dangqun.domain.study;

import cn.dangqun.domain.rule.ProfileRef;
import java.time.LocalDate;
import java.util.Optional;

/// A person's study in one year as it stood on `asOf`. `required` and `credited` are those of the role that
/// lacks most, and `scope` what counts for it; `checkpointRequired` is what its checkpoint demands. `levelOk`
/// is true when no level is demanded; `selfStudy` is recorded, not counted; `homeVisits` is a number of visits.
public record StudyVerdict(
        ProfileRef profile,
        StudyRules rules,
        int year,
        LocalDate asOf,
        StudyAmount required,
        StudyAmount credited,
        StudyScope scope,
        Optional<StudyAmount> checkpointRequired,
        StudyStatus status,
        int centralizedTrainings,
        int centralizedRequired,
        boolean levelOk,
        StudyAmount selfStudy,
        int homeVisits) {

    public StudyAmount shortfall() {
        return credited.missingTo(required);
    }

    /// Whether everything that the whole year demands is done already.
    public boolean isReached() {
        return status != StudyStatus.EXEMPT
                && shortfall().isNone()
                && centralizedTrainings >= centralizedRequired
                && levelOk;
    }
}
