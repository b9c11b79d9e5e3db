package cn.dangqun.server.rules;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.profile.ProfileAssignment;
import cn.dangqun.domain.profile.RulesSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// What an organisation set for itself and all below it from `since` on. `committee` says whether it has a 支委会 where
/// its seats should not decide; `themeDay` is its own fixed day of the month, 1 to 28: these two are its own
/// alone.
record OrganizationRules(
        OrganizationId organization,
        LocalDate since,
        Optional<String> profile,
        Map<String, String> params,
        Optional<Committee> committee,
        Optional<Integer> themeDay,
        String reason,
        String login,
        Instant at) {
    OrganizationRules {
        params = Map.copyOf(params);
    }

    enum Committee {
        HAS,
        HAS_NOT
    }

    /// As kiosks need it.
    RulesSet set() {
        return new RulesSet(organization, since, new ProfileAssignment(profile, params));
    }

    boolean isAs(OrganizationRules other) {
        return profile.equals(other.profile)
                && params.equals(other.params)
                && committee.equals(other.committee)
                && themeDay.equals(other.themeDay);
    }
}
