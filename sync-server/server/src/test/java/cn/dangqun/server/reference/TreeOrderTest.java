package cn.dangqun.server.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TreeOrderTest {
    @Test
    void walksTheTreeWithBranchesAsTheyAreCounted() {
        var tree = List.of(
                organization("b10", "c", OrganizationLevel.BRANCH, "第十党支部"),
                organization("b2", "c", OrganizationLevel.BRANCH, "第二党支部"),
                organization("a9", "c", OrganizationLevel.BRANCH, "第11党支部"),
                organization("z", "b2", OrganizationLevel.GROUP, "第二党支部第一党小组"),
                organization("c", "street", OrganizationLevel.COMMITTEE, "樟树社区委员会"),
                organization("d", "street", OrganizationLevel.COMMITTEE, "安平社区委员会"),
                new Organization(
                        new OrganizationId("street"),
                        Optional.empty(),
                        OrganizationLevel.STREET_COMMITTEE,
                        OrganizationClass.COMMUNITY,
                        "示例街道"));

        assertEquals(
                List.of("street", "d", "c", "b2", "z", "b10", "a9"),
                TreeOrder.of(tree).stream().map(each -> each.id().value()).toList());
    }

    private static Organization organization(String id, String parent, OrganizationLevel level, String name) {
        return new Organization(
                new OrganizationId(id),
                Optional.of(new OrganizationId(parent)),
                level,
                OrganizationClass.COMMUNITY,
                name);
    }
}
