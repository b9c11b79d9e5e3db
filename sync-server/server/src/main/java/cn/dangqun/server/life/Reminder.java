package cn.dangqun.server.life;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.rule.RuleId;
import java.time.LocalDate;

/// Something with a day that organisations should not forget (RULES 1.13).
sealed interface Reminder {
    LocalDate day();

    OrganizationId organization();

    /// What is owed and not done. `overdue`: the day is over and it may still be done.
    record Owed(LifeBoard.Cell cell, LocalDate day, boolean overdue) implements Reminder {
        @Override
        public OrganizationId organization() {
            return cell.verdict().organization();
        }
    }

    /// A fixed date of the year that no activity answers: nothing records whether it was seen to.
    record Fixed(OrganizationId organization, LocalDate day, String code, String name, RuleId rule)
            implements Reminder {}

    /// What is planned.
    record Planned(LifeActivity activity) implements Reminder {
        @Override
        public LocalDate day() {
            return activity.activity().heldOn();
        }

        @Override
        public OrganizationId organization() {
            return activity.activity().organization();
        }
    }

    /// What those of several organisations have in common.
    default String kind() {
        return switch (this) {
            case Owed owed -> owed.cell().rule().code().value();
            case Fixed fixed -> fixed.code();
            case Planned planned -> "planned " + planned.activity().activity().type();
        };
    }
}
