package cn.dangqun.domain.activity;

import cn.dangqun.domain.organization.OrganizationId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Whose people a centre is told beside its own, because their branch takes part in what is held there (R-190,
/// OQ-28): whole branches, for the days around the activity, the nearest first, and never more than
/// [#MOST_BRANCHES].
public final class Visiting {
    /// As early as members are told of an activity (OQ-06).
    public static final int DAYS_BEFORE = 3;

    /// As long as leave is entered afterwards (OQ-29).
    public static final int DAYS_AFTER = 3;

    public static final int MOST_BRANCHES = 20;

    private Visiting() {}

    /// A branch that takes part, and the community it is of.
    public record Guest(OrganizationId branch, OrganizationId community) {}

    /// An activity that organisations of several communities hold. `host` is the community of the one that holds
    /// it.
    public record Joint(ActivityId id, LocalDate heldOn, OrganizationId host, List<Guest> guests) {
        public Joint {
            guests = List.copyOf(guests);
        }

        private boolean isNear(LocalDate day) {
            return !day.isBefore(heldOn.minusDays(DAYS_BEFORE)) && !day.isAfter(heldOn.plusDays(DAYS_AFTER));
        }

        private long distance(LocalDate day) {
            return Math.abs(ChronoUnit.DAYS.between(heldOn, day));
        }
    }

    /// Whether people of another community travel to an activity of this type: where whole branches are asked, or
    /// whoever comes is recorded. Committees, groups and the invited are asked one by one; their branches would be
    /// more than the activity needs.
    public static boolean isFor(ActivityType type) {
        return switch (type) {
            case MEMBER_MEETING,
                    THEME_DAY,
                    PARTY_LECTURE,
                    ORG_LIFE_MEETING,
                    DEMOCRATIC_REVIEW,
                    BRANCH_WORK_REPORT,
                    VOLUNTEER,
                    CONSULTATION,
                    JOINT_MEETING,
                    OATH -> true;
            case COMMITTEE_MEETING, LEADERSHIP_LIFE_MEETING, GROUP_MEETING, TRAINING -> false;
        };
    }

    /// The branches that a centre of these communities is told on a day.
    public static List<OrganizationId> branches(
            Collection<Joint> activities, Set<OrganizationId> served, LocalDate day) {
        var found = new LinkedHashSet<OrganizationId>();
        activities.stream()
                .filter(each -> served.contains(each.host()) && each.isNear(day))
                .sorted(Comparator.comparingLong((Joint each) -> each.distance(day))
                        .thenComparing(Joint::heldOn)
                        .thenComparing(each -> each.id().value()))
                .flatMap(each -> each.guests().stream()
                        .sorted(Comparator.comparing(guest -> guest.branch().value())))
                .filter(guest -> !served.contains(guest.community()))
                .map(Guest::branch)
                .forEach(found::add);
        return new ArrayList<>(found).subList(0, Math.min(MOST_BRANCHES, found.size()));
    }
}
