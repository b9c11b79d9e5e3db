package cn.dangqun.server.study;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.study.CreditKind;
import cn.dangqun.domain.study.StudyAmount;
import cn.dangqun.domain.study.StudyAttendance;
import cn.dangqun.domain.study.StudyCredit;
import cn.dangqun.domain.study.TrainingLevel;
import java.time.LocalDate;
import java.util.Optional;

/// An activity of which hours or days were fixed. `complete`: its kiosks have told all, so that who is not known to
/// have come did not.
record Studied(
        ActivityId id,
        ActivityType type,
        String title,
        LocalDate day,
        boolean complete,
        Optional<StudyAmount> hours,
        Optional<StudyAmount> days,
        Optional<TrainingLevel> level) {

    /// 集中培训, told apart from theme days and the like.
    boolean isTraining() {
        return type == ActivityType.TRAINING;
    }

    StudyCredit credit(StudyAttendance attendance, LocalDate on) {
        return new StudyCredit(id, on, CreditKind.COLLECTIVE, attendance, hours, days, isTraining(), level);
    }
}
