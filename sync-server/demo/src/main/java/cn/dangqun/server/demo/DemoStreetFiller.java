package cn.dangqun.server.demo;

import cn.dangqun.config.demo.DemoStreet;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.Demonstration;
import cn.dangqun.server.accounts.DemoAccounts;
import cn.dangqun.server.accounts.FirstAccounts;
import cn.dangqun.server.wall.DemoWalls;
import java.time.LocalDate;
import java.util.List;

/// Publishes the made-up street as its offices would have.
public final class DemoStreetFiller implements Demonstration {
    @Override
    public void fill(EmptyStreet street) {
        var demo = new DemoStreet();
        var items = demo.items(street.now(), street.zone(), street.keyer());
        street.reference()
                .publish(items.stream()
                        .filter(item -> !(item instanceof ReferenceItem.Staff))
                        .toList());
        demo.staff().forEach((community, staff) -> street.reference().publishStaff(staff, community));
        var today = LocalDate.ofInstant(street.now(), street.zone());
        new DemoWalls(street.database(), street.reference(), street.zone()).hang(demo.wall(today), today);
    }

    @Override
    public List<Login> logins(FirstAccounts accounts) {
        return DemoAccounts.ensure(accounts);
    }
}
