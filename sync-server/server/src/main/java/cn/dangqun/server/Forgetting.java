package cn.dangqun.server;

import cn.dangqun.server.attendance.GuestNameOblivion;
import cn.dangqun.server.attendance.SignatureOblivion;
import cn.dangqun.server.contact.RequestOblivion;
import cn.dangqun.server.contact.Standings;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.GuestOblivion;
import cn.dangqun.server.ledger.GuestSeal;
import java.time.Clock;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Everything that is forgotten by rule (OQ-39). Blocks.
record Forgetting(
        GuestOblivion cards,
        SignatureOblivion signatures,
        GuestNameOblivion guestNames,
        RequestOblivion requests,
        Standings standings) {
    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

    static Forgetting in(Database database, GuestSeal guests, Standings standings, Clock clock, ZoneId zone) {
        return new Forgetting(
                new GuestOblivion(database, guests, clock),
                new SignatureOblivion(database, clock, zone),
                new GuestNameOblivion(database, clock),
                new RequestOblivion(database, clock, zone),
                standings);
    }

    /// What fails now is done the next day.
    void daily() {
        try {
            cards.forget();
            signatures.forget();
            guestNames.forget();
            requests.forget();
            standings.retire();
        } catch (RuntimeException e) {
            log.error("What is to be forgotten could not be", e);
        }
    }
}
