package cn.dangqun.domain.profile;

import cn.dangqun.domain.organization.OrganizationId;
import java.time.LocalDate;

/// What an organisation set for itself and all below it from `since` on.
public record RulesSet(OrganizationId organization, LocalDate since, ProfileAssignment assignment) {
    /// One set of an organisation begins on a day.
    public String id() {
        return organization.value() + '.' + since;
    }
}
