package cn.dangqun.server.accounts;

import cn.dangqun.server.text.Texts;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Scope;
import java.util.List;
import java.util.Set;

/// What an account is for (F-79, RULES §2). Every role reads what its subtree holds, names masked; these are the
/// rights beyond that.
public enum Role {
    /// 运维: kiosks and accounts, no unmasked names
    STREET_ADMIN,
    /// 街道审核
    STREET_REVIEWER,
    /// 党费管理: amounts of the whole street, and the superior's approval (OQ-33, R-135)
    FEE_OFFICER,
    /// 社区管理员
    SITE_ADMIN,
    /// 支部书记
    BRANCH_SECRETARY,
    /// 党费收缴员 of a branch: its amounts and who paid, nothing else (OQ-33)
    FEE_COLLECTOR,
    /// 监督: reads everything with its record, changes nothing. No unmasked names: whoever checks how names were
    /// looked at needs to know by whom and when, not the names
    AUDITOR,
    /// 值守: belongs to the kiosk. Accounts from before keep it and what it gave them, the counts; new ones get
    /// another
    DUTY_STAFF;

    /// Which accounts can have: 值守 belongs to the kiosk.
    static final List<Role> OFFERED =
            List.of(STREET_ADMIN, STREET_REVIEWER, FEE_OFFICER, SITE_ADMIN, BRANCH_SECRETARY, FEE_COLLECTOR, AUDITOR);

    /// Whether somebody of this role may have that part of the street.
    boolean fits(Scope scope) {
        return switch (this) {
            case STREET_ADMIN, STREET_REVIEWER, FEE_OFFICER -> scope.top().isEmpty();
            case SITE_ADMIN, BRANCH_SECRETARY, FEE_COLLECTOR -> scope.top().isPresent();
            case AUDITOR, DUTY_STAFF -> true;
        };
    }

    Set<Permission> permissions() {
        return switch (this) {
            case STREET_ADMIN ->
                Set.of(
                        Permission.ENROL_KIOSKS,
                        Permission.KEEP_ORGANIZATIONS,
                        Permission.MANAGE_ACCOUNTS,
                        Permission.ROTATE_STREET_KEY,
                        Permission.READ_AUDIT);
            case STREET_REVIEWER ->
                Set.of(
                        Permission.SEE_FULL_NAMES,
                        Permission.SEE_ABSENCES,
                        Permission.KEEP_ORGANIZATIONS,
                        Permission.KEEP_ROSTER,
                        Permission.KEEP_STAFF,
                        Permission.PLAN_ACTIVITIES,
                        Permission.KEEP_MINUTES,
                        Permission.HANDLE_REQUESTS,
                        Permission.RECORD_STUDY,
                        Permission.ISSUE_CODES,
                        Permission.WRITE_WALL,
                        Permission.APPROVE_WALL,
                        Permission.CLOSE_BOOKS,
                        Permission.SETTLE_RECORDS);
            case SITE_ADMIN ->
                Set.of(
                        Permission.SEE_FULL_NAMES,
                        Permission.KEEP_ORGANIZATIONS,
                        Permission.KEEP_ROSTER,
                        Permission.KEEP_STAFF,
                        Permission.PLAN_ACTIVITIES,
                        Permission.KEEP_MINUTES,
                        Permission.HANDLE_REQUESTS,
                        Permission.RECORD_STUDY,
                        Permission.ISSUE_CODES,
                        Permission.WRITE_WALL);
            case BRANCH_SECRETARY ->
                Set.of(
                        Permission.SEE_FULL_NAMES,
                        Permission.SEE_ABSENCES,
                        Permission.PLAN_ACTIVITIES,
                        Permission.KEEP_MINUTES,
                        Permission.HANDLE_REQUESTS,
                        Permission.RECORD_STUDY,
                        Permission.CLOSE_BOOKS,
                        Permission.SEE_FEES,
                        Permission.KEEP_FEES);
            case AUDITOR -> Set.of(Permission.READ_AUDIT);
            case FEE_OFFICER -> Set.of(Permission.SEE_FEES, Permission.KEEP_FEES, Permission.APPROVE_FEES);
            case FEE_COLLECTOR -> Set.of(Permission.SEE_FEES, Permission.KEEP_FEES);
            case DUTY_STAFF -> Set.of();
        };
    }

    String name(Texts texts) {
        return switch (this) {
            case STREET_ADMIN -> texts.get("accounts.role.streetAdmin");
            case STREET_REVIEWER -> texts.get("accounts.role.streetReviewer");
            case SITE_ADMIN -> texts.get("accounts.role.siteAdmin");
            case BRANCH_SECRETARY -> texts.get("accounts.role.branchSecretary");
            case FEE_OFFICER -> texts.get("accounts.role.feeOfficer");
            case FEE_COLLECTOR -> texts.get("accounts.role.feeCollector");
            case AUDITOR -> texts.get("accounts.role.auditor");
            case DUTY_STAFF -> texts.get("accounts.role.dutyStaff");
        };
    }
}
