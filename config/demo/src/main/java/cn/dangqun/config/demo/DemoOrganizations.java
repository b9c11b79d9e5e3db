package cn.dangqun.config.demo;

import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.organization.OrganizationTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The street committee, four community committees, twelve branches, and two groups in each branch.
final class DemoOrganizations {
    private static final String[] COMMUNITIES = {"示例一", "示例二", "示例三", "示例四"};
    private static final int[] BRANCHES = {4, 3, 3, 2};
    private static final String[] ORDINALS = {"第一", "第二", "第三", "第四"};
    private static final OrganizationId STREET = new OrganizationId("street");

    private final OrganizationTree tree;
    private final List<Organization> communities;

    DemoOrganizations() {
        var all = new ArrayList<Organization>();
        all.add(new Organization(
                STREET,
                Optional.empty(),
                OrganizationLevel.STREET_COMMITTEE,
                OrganizationClass.COMMUNITY,
                "中共示例街道工作委员会"));
        for (int c = 0; c < COMMUNITIES.length; c++) {
            addCommunity(all, c);
        }
        tree = new OrganizationTree(all);
        communities = tree.childrenOf(STREET);
    }

    private static void addCommunity(List<Organization> all, int c) {
        var community = "c" + (c + 1);
        all.add(organization(
                community, STREET.value(), OrganizationLevel.COMMITTEE, "中共示例街道" + communityName(c + 1) + "委员会"));
        for (int b = 0; b < BRANCHES[c]; b++) {
            var branch = community + "-b" + (b + 1);
            var name = communityName(c + 1) + ORDINALS[b] + "党支部";
            all.add(organization(branch, community, OrganizationLevel.BRANCH, name));
            all.add(organization(branch + "-g1", branch, OrganizationLevel.GROUP, name + "第一党小组"));
            all.add(organization(branch + "-g2", branch, OrganizationLevel.GROUP, name + "第二党小组"));
        }
    }

    private static Organization organization(String id, String parent, OrganizationLevel level, String name) {
        return new Organization(
                new OrganizationId(id),
                Optional.of(new OrganizationId(parent)),
                level,
                OrganizationClass.COMMUNITY,
                name);
    }

    static String communityName(int number) {
        return COMMUNITIES[number - 1] + "社区";
    }

    List<Organization> all() {
        return List.copyOf(tree.all());
    }

    List<Organization> communities() {
        return communities;
    }

    List<Organization> branchesOf(Organization community) {
        return tree.childrenOf(community.id());
    }

    List<Organization> groupsOf(Organization branch) {
        return tree.childrenOf(branch.id());
    }

    /// Which of its parent's organisations this one is, from 0.
    int placeOf(Organization organization) {
        return tree.childrenOf(organization.parent().orElseThrow()).indexOf(organization);
    }

    /// Short name of the community that a branch or a group belongs to.
    String communityOf(Organization branchOrGroup) {
        var branch = tree.branchOf(branchOrGroup.id()).orElseThrow();
        return communityName(placeOf(tree.find(branch.parent().orElseThrow()).orElseThrow()) + 1);
    }

    List<Organization> branches() {
        return communities.stream().flatMap(each -> branchesOf(each).stream()).toList();
    }
}
