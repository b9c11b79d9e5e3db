package cn.dangqun.server.services;

import cn.dangqun.domain.fact.AppointmentFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.ledger.Place;
import cn.dangqun.server.ledger.Projection;
import org.jdbi.v3.core.Handle;

/// Appointments as rows. What is told of one that nobody has made contradicts the ledger and is set aside.
public final class AppointmentProjection implements Projection {
    @Override
    public String name() {
        return "appointment";
    }

    @Override
    public int form() {
        return 1;
    }

    @Override
    public boolean apply(Handle handle, Place place, RecordedFact recorded, ChangeLog changes) {
        return !(recorded.fact() instanceof AppointmentFact fact) || apply(handle, fact);
    }

    private static boolean apply(Handle handle, AppointmentFact appointment) {
        return switch (appointment) {
            case AppointmentFact.Made f -> {
                handle.execute(
                        "INSERT INTO appointment (appointment, plan, service, day, at) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT (street, appointment) DO NOTHING",
                        f.appointment().hex(),
                        f.plan(),
                        f.service().value(),
                        f.day().toString(),
                        f.at().toString());
                yield true;
            }
            case AppointmentFact.Cancelled f ->
                handle.execute(
                                "UPDATE appointment SET cancelled = 1 WHERE street = 1 AND appointment = ?",
                                f.appointment().hex())
                        == 1;
            case AppointmentFact.Arrived f ->
                handle.execute(
                                "UPDATE appointment SET ticket = coalesce(ticket, ?) WHERE street = 1 AND appointment = ?",
                                f.ticket().hex(),
                                f.appointment().hex())
                        == 1;
        };
    }

    @Override
    public void clear(Handle handle) {
        handle.execute("DELETE FROM appointment");
    }
}
