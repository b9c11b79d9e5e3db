package cn.dangqun.domain.fact;

/// Something that happened. Facts are appended, never updated or deleted; a correction is a new fact (DESIGN §4). Each
/// family belongs to one feature, which alone switches over it; everybody else passes it on.
public sealed interface Fact
        permits AppointmentFact, AttendanceFact, QueueFact, RequestFact, SessionFact, StaffFact, StreetFact {}
