package cn.dangqun.server.accounts;

import cn.dangqun.config.demo.DemoStreet;
import cn.dangqun.server.web.Scope;
import java.util.List;
import java.util.Optional;

/// The demonstration's fixed logins, for a street of plainly made-up people only.
public final class DemoAccounts {
    private static final String PASSWORD = "dangqun-demo";

    private DemoAccounts() {}

    /// Reviewer first, then administrator and somebody of the first community.
    public static List<NewLogin> ensure(FirstAccounts accounts) {
        var reviewer = new NewLogin("demo", PASSWORD);
        var admin = new NewLogin("demo-admin", PASSWORD);
        var site = new NewLogin("demo-site", PASSWORD);
        accounts.add(reviewer, "演示审核员", Role.STREET_REVIEWER, Scope.wholeStreet());
        accounts.add(admin, "演示管理员", Role.STREET_ADMIN, Scope.wholeStreet());
        accounts.add(site, "演示社区管理员", Role.SITE_ADMIN, new Scope(Optional.of(DemoStreet.FIRST_COMMUNITY)));
        return List.of(reviewer, admin, site);
    }
}
