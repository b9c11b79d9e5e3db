package cn.dangqun.domain.profile;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationTree;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// By which rules organisations go on one day (RULES §3): their own or those of the nearest above, the national
/// ones where nobody chose. Kiosk and street ask alike. What is set for a later day does not show. Immutable.
public final class RulesInForce {
    /// The profile where nobody chose one.
    public static final String UNLESS_SET = "NATIONAL";

    private final OrganizationTree tree;
    private final ProfileAssignments assignments;

    public RulesInForce(OrganizationTree tree, Collection<RulesSet> all, LocalDate day) {
        this.tree = tree;
        var standing = all.stream()
                .filter(each -> !each.since().isAfter(day))
                .collect(Collectors.toUnmodifiableMap(
                        RulesSet::organization,
                        Function.identity(),
                        (one, other) -> one.since().isAfter(other.since()) ? one : other));
        this.assignments = new ProfileAssignments(tree, assignments(tree, standing));
    }

    private static Map<OrganizationId, ProfileAssignment> assignments(
            OrganizationTree tree, Map<OrganizationId, RulesSet> standing) {
        var assignments = new HashMap<OrganizationId, ProfileAssignment>();
        standing.forEach((organization, rules) -> assignments.put(organization, rules.assignment()));
        for (var each : tree.all()) {
            if (each.parent().isEmpty()) {
                assignments.merge(
                        each.id(),
                        new ProfileAssignment(Optional.of(UNLESS_SET), Map.of()),
                        (own, national) -> new ProfileAssignment(own.profile().or(national::profile), own.params()));
            }
        }
        return assignments;
    }

    /// Of an organisation that is not in the tree the national ones.
    public ProfileChoice choice(OrganizationId id) {
        return tree.find(id)
                .map(known -> assignments.choiceFor(known.id()))
                .orElse(new ProfileChoice(UNLESS_SET, Map.of()));
    }
}
