package cn.dangqun.server.reports;

import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.Place;
import cn.dangqun.server.ledger.Projection;
import org.jdbi.v3.core.Handle;

/// The steps of reports as the street noted them.
public final class ReportProjection implements Projection {
    @Override
    public String name() {
        return "reports";
    }

    @Override
    public int form() {
        return 1;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        if (recorded.fact() instanceof StreetFact.ReportNoted fact) {
            handle.execute(
                    "INSERT INTO report_note (street, month, organization, chain, seq, step, day, party, about, login,"
                            + " reason, at) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    fact.month().toString(),
                    fact.organization().value(),
                    place.chain(),
                    place.seq(),
                    fact.step().name(),
                    fact.day().toString(),
                    fact.party(),
                    fact.about().map(OrganizationId::value).orElse(null),
                    fact.ruling().login(),
                    fact.ruling().reason(),
                    recorded.clock().instant().toEpochMilli());
        }
        return true;
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM report_note");
    }
}
