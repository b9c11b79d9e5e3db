package cn.dangqun.domain.organization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The organisations of one street as a tree without cycles (RULES §2). Immutable.
public final class OrganizationTree {
    private final Map<OrganizationId, Organization> byId = new LinkedHashMap<>();
    private final Map<OrganizationId, List<Organization>> children = new HashMap<>();

    /// @throws IllegalArgumentException naming the first organisation whose parent is unknown or may not contain it
    public OrganizationTree(Collection<Organization> organizations) {
        for (var each : organizations) {
            if (byId.put(each.id(), each) != null) {
                throw new IllegalArgumentException("organisation " + each.id() + " appears twice");
            }
        }
        for (var each : organizations) {
            each.parent().ifPresent(parent -> hang(each, parent));
        }
    }

    private void hang(Organization child, OrganizationId parentId) {
        var parent = byId.get(parentId);
        if (parent == null || !parent.level().mayContain(child.level())) {
            throw new IllegalArgumentException("organisation " + child.id() + " cannot be under " + parentId);
        }
        children.computeIfAbsent(parentId, ignored -> new ArrayList<>()).add(child);
    }

    public Optional<Organization> find(OrganizationId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Organization> childrenOf(OrganizationId id) {
        return List.copyOf(children.getOrDefault(id, List.of()));
    }

    /// Whether `inner` is `outer` or lies anywhere below it.
    public boolean contains(OrganizationId outer, OrganizationId inner) {
        for (var step = find(inner);
                step.isPresent();
                step = step.get().parent().flatMap(this::find)) {
            if (step.get().id().equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /// The branch that `id` is, or belongs to; empty above branches.
    public Optional<Organization> branchOf(OrganizationId id) {
        for (var step = find(id); step.isPresent(); step = step.get().parent().flatMap(this::find)) {
            if (step.get().level() == OrganizationLevel.BRANCH) {
                return step;
            }
        }
        return Optional.empty();
    }

    public Collection<Organization> all() {
        return List.copyOf(byId.values());
    }
}
