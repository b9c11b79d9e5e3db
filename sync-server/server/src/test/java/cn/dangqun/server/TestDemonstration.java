package cn.dangqun.server;

import cn.dangqun.config.demo.DemoStreet;
import cn.dangqun.server.accounts.FirstAccounts;
import java.util.List;

/// The made-up street without walls and logins, for tests of the server that depend on no module behind it.
public final class TestDemonstration implements Demonstration {
    @Override
    public void fill(EmptyStreet street) {
        street.reference().publish(new DemoStreet().items(street.now(), street.zone(), street.keyer()));
    }

    @Override
    public List<Login> logins(FirstAccounts accounts) {
        return List.of();
    }
}
