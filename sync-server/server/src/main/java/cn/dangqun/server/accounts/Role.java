package cn.dangqun.server.accounts;

import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Permission;
import java.util.Set;

/// What an account is for (F-79). Every role reads the counts of its subtree; these are the rights beyond that.
public enum Role {
    /// 运维: kiosks and accounts, no unmasked names
    STREET_ADMIN,
    /// 街道审核
    STREET_REVIEWER,
    /// 社区管理员
    SITE_ADMIN,
    /// 支部书记
    BRANCH_SECRETARY,
    /// 值守
    DUTY_STAFF;

    Set<Permission> permissions() {
        return switch (this) {
            case STREET_ADMIN -> Set.of(Permission.ENROL_KIOSKS, Permission.ROTATE_STREET_KEY);
            case STREET_REVIEWER ->
                Set.of(
                        Permission.SEE_FULL_NAMES,
                        Permission.ISSUE_CODES,
                        Permission.WRITE_WALL,
                        Permission.APPROVE_WALL);
            case SITE_ADMIN -> Set.of(Permission.SEE_FULL_NAMES, Permission.ISSUE_CODES, Permission.WRITE_WALL);
            case BRANCH_SECRETARY -> Set.of(Permission.SEE_FULL_NAMES);
            case DUTY_STAFF -> Set.of();
        };
    }

    String name(Texts texts) {
        return switch (this) {
            case STREET_ADMIN -> texts.get("accounts.role.streetAdmin");
            case STREET_REVIEWER -> texts.get("accounts.role.streetReviewer");
            case SITE_ADMIN -> texts.get("accounts.role.siteAdmin");
            case BRANCH_SECRETARY -> texts.get("accounts.role.branchSecretary");
            case DUTY_STAFF -> texts.get("accounts.role.dutyStaff");
        };
    }
}
