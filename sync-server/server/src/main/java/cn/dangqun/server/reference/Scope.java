package cn.dangqun.server.reference;

import cn.dangqun.domain.organization.OrganizationId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// Which kiosks receive an item: all of the street, those of one community, of several that hold something
/// together, or of one site; people go by their branch. A kiosk holds no more than its site needs (DESIGN §7).
public record Scope(String value) {
    /// Kept by the street, sent to nobody: its place is not known yet.
    static final Scope NOWHERE = new Scope("nowhere");

    /// What joint scopes begin with, and the first word behind them.
    static final String JOINT = "joint:";

    static final String AFTER_JOINT = "joint;";

    private static final String PEOPLE = "people:";
    private static final Scope STREET = new Scope("street");
    /// No id of an organisation has one.
    private static final String AND = "/";

    /// People first: whoever knows an activity should know who is due.
    static final Comparator<Scope> PEOPLE_FIRST =
            Comparator.comparing((Scope scope) -> !scope.isOfPeople()).thenComparing(Scope::value);

    public static Scope street() {
        return STREET;
    }

    /// `community`: an organisation directly under the street committee.
    public static Scope community(OrganizationId community) {
        return new Scope("org:" + community.value());
    }

    /// Members of one branch with their cards and exemptions.
    public static Scope people(OrganizationId branch) {
        return new Scope(PEOPLE + branch.value());
    }

    /// What several communities hold together.
    static Scope joint(Collection<OrganizationId> communities) {
        return new Scope(JOINT
                + communities.stream()
                        .map(OrganizationId::value)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(AND)));
    }

    public static Scope site(String siteId) {
        return new Scope("site:" + siteId);
    }

    boolean isOfPeople() {
        return value.startsWith(PEOPLE);
    }

    /// Of a joint scope.
    List<OrganizationId> communities() {
        return List.of(value.substring(JOINT.length()).split(AND, -1)).stream()
                .map(OrganizationId::new)
                .toList();
    }
}
