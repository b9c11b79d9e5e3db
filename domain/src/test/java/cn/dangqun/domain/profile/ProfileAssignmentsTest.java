package cn.dangqun.domain.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.organization.OrganizationTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileAssignmentsTest {
    private static final OrganizationId STREET = new OrganizationId("street");
    private static final OrganizationId COMMUNITY = new OrganizationId("community");
    private static final OrganizationId BRANCH = new OrganizationId("branch");
    private static final OrganizationTree TREE = new OrganizationTree(List.of(
            organization(STREET, null, OrganizationLevel.STREET_COMMITTEE),
            organization(COMMUNITY, STREET, OrganizationLevel.COMMITTEE),
            organization(BRANCH, COMMUNITY, OrganizationLevel.BRANCH)));

    private static Organization organization(OrganizationId id, OrganizationId parent, OrganizationLevel level) {
        return new Organization(id, Optional.ofNullable(parent), level, OrganizationClass.COMMUNITY, "样例" + id);
    }

    private static ProfileAssignment set(String profile, Map<String, String> params) {
        return new ProfileAssignment(Optional.ofNullable(profile), params);
    }

    @Test
    void aBranchInheritsTheStreetsProfileAndParameters() {
        var assignments = new ProfileAssignments(TREE, Map.of(STREET, set("CHENGDU_2021", Map.of("remindDays", "5"))));

        assertEquals(new ProfileChoice("CHENGDU_2021", Map.of("remindDays", "5")), assignments.choiceFor(BRANCH));
    }

    @Test
    void theNearerParameterWins() {
        var assignments = new ProfileAssignments(
                TREE,
                Map.of(
                        STREET, set("CHENGDU_2021", Map.of("remindDays", "5", "graceDays", "1")),
                        COMMUNITY, set(null, Map.of("remindDays", "7"))));

        assertEquals(
                Map.of("remindDays", "7", "graceDays", "1"),
                assignments.choiceFor(BRANCH).params());
        assertEquals("5", assignments.choiceFor(STREET).params().get("remindDays"));
    }

    @Test
    void anotherProfileDoesNotInheritParametersMeantForTheOldOne() {
        var assignments = new ProfileAssignments(
                TREE,
                Map.of(
                        STREET, set("CHENGDU_2021", Map.of("remindDays", "5")),
                        COMMUNITY, set("NATIONAL", Map.of("graceDays", "2"))));

        assertEquals(new ProfileChoice("NATIONAL", Map.of("graceDays", "2")), assignments.choiceFor(BRANCH));
    }

    @Test
    void noOrganisationMayBeWithoutAProfile() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new ProfileAssignments(TREE, Map.of(COMMUNITY, set("NATIONAL", Map.of()))));
    }

    @Test
    void anUnknownOrganisationHasNoChoice() {
        var assignments = new ProfileAssignments(TREE, Map.of(STREET, set("NATIONAL", Map.of())));

        assertThrows(IllegalArgumentException.class, () -> assignments.choiceFor(new OrganizationId("nobody")));
    }
}
