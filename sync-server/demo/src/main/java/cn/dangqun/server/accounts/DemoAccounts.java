package cn.dangqun.server.accounts;

import cn.dangqun.config.demo.DemoStreet;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.Demonstration;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.web.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The demonstration's fixed logins, for a street of plainly made-up people only.
@OneProcess("Gathered while a demonstration starts.")
public final class DemoAccounts {
    private static final String PASSWORD = "dangqun-demo";

    private final FirstAccounts accounts;
    private final List<Demonstration.Login> all = new ArrayList<>();

    private DemoAccounts(FirstAccounts accounts) {
        this.accounts = accounts;
    }

    /// The reviewer first, who may see most.
    public static List<Demonstration.Login> ensure(FirstAccounts accounts) {
        var demo = new DemoAccounts(accounts);
        demo.add("demo", Role.STREET_REVIEWER, Optional.empty(), "演示审核员甲", "街道审核：出勤、名册、计划、上墙内容");
        demo.add("demo-2", Role.STREET_REVIEWER, Optional.empty(), "演示审核员乙", "街道审核：批准甲写的上墙内容");
        demo.add("demo-admin", Role.STREET_ADMIN, Optional.empty(), "演示管理员", "街道管理：一体机、账号、操作记录；看不到全名");
        demo.add("demo-site", Role.SITE_ADMIN, Optional.of(DemoStreet.FIRST_COMMUNITY), "演示社区管理员", "示例一社区：本社区的全部");
        demo.add(
                "demo-branch",
                Role.BRANCH_SECRETARY,
                Optional.of(DemoStreet.FIRST_BRANCH),
                "演示支部书记",
                "示例一社区第一党支部：计划与出勤");
        demo.add("demo-officer", Role.FEE_OFFICER, Optional.empty(), "演示党费管理员", "党费管理：全街道的党费，批准少交、免交");
        demo.add("demo-fees", Role.FEE_COLLECTOR, Optional.of(DemoStreet.FIRST_BRANCH), "演示党费收缴员", "示例一社区第一党支部：党费");
        return List.copyOf(demo.all);
    }

    private void add(String login, Role role, Optional<OrganizationId> top, String name, String use) {
        var made = new NewLogin(login, PASSWORD);
        accounts.add(made, name, role, new Scope(top));
        all.add(new Demonstration.Login(made, use));
    }
}
