package cn.dangqun.server;

import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.server.accounts.FirstAccounts;
import cn.dangqun.server.accounts.NewLogin;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.reference.ReferenceLedger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// A made-up street to try the product with. Found by ServiceLoader, and in no package that an office installs.
public interface Demonstration {
    /// What it fills: a street that has published nothing yet.
    record EmptyStreet(
            Database database,
            ReferenceLedger reference,
            StreetLedger ledger,
            CardKeyer keyer,
            Instant now,
            ZoneId zone) {}

    /// One of its logins, and in Chinese what it is for.
    record Login(NewLogin login, String use) {}

    void fill(EmptyStreet street);

    /// Makes its logins if they are not there yet; returns them, to show to whoever starts the server.
    List<Login> logins(FirstAccounts accounts);

    /// Empty where no demonstration was brought along.
    static Optional<Demonstration> find() {
        return ServiceLoader.load(Demonstration.class).findFirst();
    }
}
