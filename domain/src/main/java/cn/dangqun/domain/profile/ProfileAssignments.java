package cn.dangqun.domain.profile;

import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationTree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which profile each organisation has: its own or the nearest one above, never a mixture (RULES §3). Parameters add up
/// on the way down, the nearer one wins; those set above a change of profile were meant for the other profile.
public final class ProfileAssignments {
    private final OrganizationTree tree;
    private final Map<OrganizationId, ProfileAssignment> assignments;

    /// @throws IllegalArgumentException when an organisation would have no profile
    public ProfileAssignments(OrganizationTree tree, Map<OrganizationId, ProfileAssignment> assignments) {
        this.tree = tree;
        this.assignments = Map.copyOf(assignments);
        for (var each : tree.all()) {
            if (resolve(each.id()).isEmpty()) {
                throw new IllegalArgumentException("organisation " + each.id() + " has no profile");
            }
        }
    }

    /// @throws IllegalArgumentException when the organisation is not in the tree
    public ProfileChoice choiceFor(OrganizationId id) {
        return resolve(id).orElseThrow(() -> new IllegalArgumentException("organisation " + id + " is unknown"));
    }

    private Optional<ProfileChoice> resolve(OrganizationId id) {
        var params = new HashMap<String, String>();
        for (var step = tree.find(id); step.isPresent(); step = parentOf(step.get())) {
            var assignment = assignments.get(step.get().id());
            if (assignment != null) {
                assignment.params().forEach(params::putIfAbsent);
                if (assignment.profile().isPresent()) {
                    return Optional.of(new ProfileChoice(assignment.profile().get(), params));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Organization> parentOf(Organization organization) {
        return organization.parent().flatMap(tree::find);
    }
}
