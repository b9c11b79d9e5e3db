package cn.dangqun.server.fees;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.Place;
import cn.dangqun.server.ledger.Projection;
import java.time.YearMonth;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Which months were paid. Of words about one tick the latest stands, whatever the order in which they arrive, so that
/// facts read anew give the same pages.
public final class FeeProjection implements Projection {
    /// What the street entered itself.
    static final String STREET = "street";

    @Override
    public String name() {
        return "fees";
    }

    @Override
    public int form() {
        return 1;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        long at = recorded.clock().instant().toEpochMilli();
        switch (recorded.fact()) {
            case SessionFact.FeeTicked fact ->
                put(
                        handle,
                        fact.member(),
                        fact.month(),
                        fact.activity().value(),
                        fact.paid(),
                        at,
                        fact.staff(),
                        null,
                        "");
            case StreetFact.FeeNoted fact ->
                put(
                        handle,
                        fact.member(),
                        fact.month(),
                        source(fact.ticked()),
                        fact.paid(),
                        at,
                        null,
                        fact.ruling().login(),
                        fact.ruling().reason());
            default -> {
                // no fee
            }
        }
        return true;
    }

    static String source(Optional<ActivityId> ticked) {
        return ticked.map(ActivityId::value).orElse(STREET);
    }

    private static void put(
            Handle handle,
            MemberId member,
            YearMonth month,
            String source,
            boolean paid,
            long at,
            @Nullable String staff,
            @Nullable String login,
            String reason) {
        handle.execute(
                "INSERT INTO fee_month (street, member, month, source, paid, at, staff, login, reason)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (street, member, month, source) DO UPDATE"
                        + " SET paid = excluded.paid, at = excluded.at,"
                        + " staff = coalesce(excluded.staff, fee_month.staff), login = excluded.login,"
                        + " reason = excluded.reason WHERE excluded.at >= fee_month.at",
                member.value(),
                month.toString(),
                source,
                paid ? 1 : 0,
                at,
                staff,
                login,
                reason);
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM fee_month");
    }
}
