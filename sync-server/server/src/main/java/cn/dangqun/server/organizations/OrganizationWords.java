package cn.dangqun.server.organizations;

import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationKind;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.text.Texts;

/// What organisations are called on pages and forms.
public record OrganizationWords(Texts texts) {
    public String level(OrganizationLevel level) {
        return switch (level) {
            case STREET_COMMITTEE -> texts.get("organizations.level.street");
            case COMMITTEE -> texts.get("organizations.level.committee");
            case GENERAL_BRANCH -> texts.get("organizations.level.generalBranch");
            case BRANCH -> texts.get("organizations.level.branch");
            case GROUP -> texts.get("organizations.level.group");
        };
    }

    String orgClass(OrganizationClass orgClass) {
        return switch (orgClass) {
            case COMMUNITY -> texts.get("organizations.class.community");
            case AGENCY -> texts.get("organizations.class.agency");
            case NEW_ORG -> texts.get("organizations.class.newOrg");
        };
    }

    String kind(OrganizationKind kind) {
        return switch (kind) {
            case ORDINARY -> texts.get("organizations.kind.ordinary");
            case GRID -> texts.get("organizations.kind.grid");
            case FLOATING -> texts.get("organizations.kind.floating");
            case INDUSTRY -> texts.get("organizations.kind.industry");
            case PROJECT -> texts.get("organizations.kind.project");
            case BUILDING -> texts.get("organizations.kind.building");
            case ONLINE -> texts.get("organizations.kind.online");
            case JOINT -> texts.get("organizations.kind.joint");
        };
    }

    public String post(CommitteePost post) {
        return switch (post) {
            case SECRETARY -> texts.get("organizations.post.secretary");
            case DEPUTY_SECRETARY -> texts.get("organizations.post.deputy");
            case ORGANIZATION -> texts.get("organizations.post.organization");
            case PUBLICITY -> texts.get("organizations.post.publicity");
            case DISCIPLINE -> texts.get("organizations.post.discipline");
            case MEMBER -> texts.get("organizations.post.member");
        };
    }

    String refusal(OrganizationDesk.Refusal why) {
        return switch (why) {
            case NOT_THERE -> texts.get("organizations.refused.place");
            case NAME_TAKEN -> texts.get("organizations.refused.name");
            case SECOND_STREET -> texts.get("organizations.refused.street");
            case IN_USE -> texts.get("organizations.refused.inUse");
        };
    }
}
