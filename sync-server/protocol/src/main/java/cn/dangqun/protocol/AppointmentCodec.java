package cn.dangqun.protocol;

import cn.dangqun.domain.fact.AppointmentFact;
import cn.dangqun.domain.queue.AppointmentCode;
import cn.dangqun.domain.queue.AppointmentId;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.protocol.wire.AppointmentArrived;
import cn.dangqun.protocol.wire.AppointmentCancelled;
import cn.dangqun.protocol.wire.AppointmentMade;
import cn.dangqun.protocol.wire.FactRecord;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/// The facts of appointments, to messages and back.
final class AppointmentCodec {
    private AppointmentCodec() {}

    static void encode(AppointmentFact fact, FactRecord.Builder record) {
        switch (fact) {
            case AppointmentFact.Made f ->
                record.setAppointmentMade(AppointmentMade.newBuilder()
                        .setAppointment(f.appointment().hex())
                        .setCode(f.code().digits())
                        .setPlan(f.plan())
                        .setService(f.service().value())
                        .setDay(f.day().toString())
                        .setAt(f.at().toString())
                        .setStaff(f.staff().orElse("")));
            case AppointmentFact.Cancelled f ->
                record.setAppointmentCancelled(AppointmentCancelled.newBuilder()
                        .setAppointment(f.appointment().hex())
                        .setStaff(f.staff().orElse("")));
            case AppointmentFact.Arrived f ->
                record.setAppointmentArrived(AppointmentArrived.newBuilder()
                        .setAppointment(f.appointment().hex())
                        .setTicket(f.ticket().hex()));
        }
    }

    static AppointmentFact decode(FactRecord record) throws UnreadableException {
        return switch (record.getFactCase()) {
            case APPOINTMENT_MADE -> decode(record.getAppointmentMade());
            case APPOINTMENT_CANCELLED ->
                new AppointmentFact.Cancelled(
                        new AppointmentId(record.getAppointmentCancelled().getAppointment()),
                        named(record.getAppointmentCancelled().getStaff()));
            case APPOINTMENT_ARRIVED ->
                new AppointmentFact.Arrived(
                        new AppointmentId(record.getAppointmentArrived().getAppointment()),
                        new TicketId(record.getAppointmentArrived().getTicket()));
            default -> throw FactCodec.unknown();
        };
    }

    private static AppointmentFact decode(AppointmentMade f) {
        return new AppointmentFact.Made(
                new AppointmentId(f.getAppointment()),
                new AppointmentCode(f.getCode()),
                f.getPlan(),
                new ServiceId(f.getService()),
                LocalDate.parse(f.getDay()),
                LocalTime.parse(f.getAt()),
                named(f.getStaff()));
    }

    private static Optional<String> named(String staff) {
        return staff.isEmpty() ? Optional.empty() : Optional.of(staff);
    }
}
