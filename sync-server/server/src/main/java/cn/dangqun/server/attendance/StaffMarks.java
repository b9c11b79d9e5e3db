package cn.dangqun.server.attendance;

import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.AttendanceFact.Registration;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.attendance.NoteStore.About;
import cn.dangqun.server.attendance.NoteStore.Kind;
import cn.dangqun.server.ledger.Place;
import org.jdbi.v3.core.Handle;

/// What duty staff record about somebody, as rows beside the check-ins that people make themselves.
final class StaffMarks {
    private final Handle handle;
    private final NoteStore notes;

    StaffMarks(Handle handle) {
        this.handle = handle;
        this.notes = new NoteStore(handle);
    }

    void apply(Place place, RecordedFact recorded, AttendanceFact.ByStaff fact) {
        var about = new About(
                fact.activity(), fact.member(), place, recorded.clock().instant());
        switch (fact) {
            case AttendanceFact.Registered registered -> registered(about, recorded, registered);
            case AttendanceFact.Signed signed -> notes.add(about, Kind.SIGNED, signed.strokes());
            case AttendanceFact.LeaveGranted _ -> notes.add(about, Kind.LEAVE);
            case AttendanceFact.AbsenceExplained _ -> notes.add(about, Kind.ABSENCE);
            case AttendanceFact.CheckInCorrected _ -> {
                notes.add(about, Kind.CORRECTION);
                notes.correct(about);
            }
        }
    }

    private void registered(About about, RecordedFact recorded, AttendanceFact.Registered fact) {
        handle.execute(
                "INSERT INTO attendance (street, chain, seq, activity, member, role, method, late, at, roll, clock,"
                        + " to_sign, how, noted_at, awaiting, awaited, voided)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                about.place().chain(),
                about.place().seq(),
                fact.activity().value(),
                fact.member().value(),
                fact.as().role().name(),
                (fact.how() == Registration.PAPER ? CheckInMethod.PAPER : CheckInMethod.STAFF).name(),
                fact.as().late() ? 1 : 0,
                fact.came().toEpochMilli(),
                fact.as().roll().map(OrganizationId::value).orElse(null),
                AttendanceProjection.rank(recorded.clock().quality()),
                fact.as().toSign() ? 1 : 0,
                fact.how().name(),
                about.notedAt().toEpochMilli(),
                fact.isApproved() ? 0 : 1,
                fact.isApproved() ? 0 : 1,
                notes.isCorrected(about) ? 1 : 0);
    }
}
