package cn.dangqun.server.reading;

import cn.dangqun.config.demo.DemoStreet;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reading.TokenStore.Wish;
import cn.dangqun.server.vault.DataTokens;
import cn.dangqun.server.web.Scope;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Tokens that the demonstration's page shows. What opens with them nobody knows: they are drawn and thrown away.
public final class DemoTokens {
    private static final String ADMINISTRATOR = "demo-admin";
    private static final Duration BEFORE = Duration.ofDays(40);

    private final Database database;
    private final Instant now;
    private final SecureRandom random = new SecureRandom();

    public DemoTokens(Database database, Instant now) {
        this.database = database;
        this.now = now;
    }

    public void give(LocalDate today) {
        var street = Scope.wholeStreet();
        var community = new Scope(Optional.of(DemoStreet.FIRST_COMMUNITY));
        database.write((handle, changes) -> {
            var store = new TokenStore(handle);
            store.insert(
                    drawn(),
                    new Wish("样例区党建平台", street, EnumSet.allOf(Dataset.class), today.plusMonths(10)),
                    ADMINISTRATOR,
                    now.minus(BEFORE));
            var replaced = drawn();
            store.insert(
                    replaced,
                    new Wish("样例社区大屏", community, Set.of(Dataset.ACTIVITIES), today.plusMonths(5)),
                    ADMINISTRATOR,
                    now.minus(BEFORE));
            return store.withdraw(TokenStore.id(replaced), now.minus(BEFORE.dividedBy(2)));
        });
    }

    private String drawn() {
        return DataTokens.draw(random);
    }
}
