package cn.dangqun.kiosk.appointment;

import cn.dangqun.domain.queue.Handover;
import cn.dangqun.kiosk.appointment.AppointmentDesk.Kept;
import cn.dangqun.kiosk.queue.Slip;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// All that the screens of appointments and the windows need. `kept` and `number` bring both kinds of slips onto paper
/// and say what came of it.
public record AppointmentServices(
        AppointmentDesk desk,
        Function<Kept, CompletableFuture<Handover>> kept,
        Function<Slip, CompletableFuture<Handover>> number) {}
