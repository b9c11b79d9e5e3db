package cn.dangqun.kiosk.staff;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.ledger.LedgerReader;
import cn.dangqun.kiosk.ledger.ParkedFact;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// What is set aside, as the ledger keeps it, with names of the roster.
record LedgerParkedRecords(LedgerReader reader, ReferenceStore reference) implements ParkedRecords {
    @Override
    public List<ParkedRecord> list() {
        try {
            return reader.parked().stream().map(this::record).toList();
        } catch (SQLException e) {
            throw new IllegalStateException("what is set aside cannot be read", e);
        }
    }

    private ParkedRecord record(ParkedFact parked) {
        var at = parked.recorded().map(recorded -> recorded.clock().instant());
        var why = why(parked.reason());
        var fact = parked.recorded().map(recorded -> recorded.fact());
        if (fact.isPresent()) {
            return of(fact.get(), new ParkedRecord(at, What.OTHER, Optional.empty(), "", why));
        }
        return new ParkedRecord(at, What.OTHER, Optional.empty(), "", why);
    }

    private ParkedRecord of(Fact fact, ParkedRecord unknown) {
        if (fact instanceof AttendanceFact.CheckedIn in) {
            return new ParkedRecord(
                    unknown.at(), What.CHECK_IN, name(in.member()), title(in.activity()), unknown.why());
        }
        if (fact instanceof AttendanceFact.GuestCheckedIn guest) {
            return new ParkedRecord(unknown.at(), What.GUEST, Optional.empty(), title(guest.activity()), unknown.why());
        }
        return fact instanceof AttendanceFact.CheckInVoided undone
                ? new ParkedRecord(unknown.at(), What.UNDO, Optional.empty(), title(undone.activity()), unknown.why())
                : unknown;
    }

    private Optional<String> name(MemberId member) {
        return reference.index().member(member).map(known -> known.name().full());
    }

    private String title(ActivityId activity) {
        return reference.index().activity(activity).map(Activity::title).orElse(activity.value());
    }

    private static Why why(String reason) {
        return switch (reason) {
            case "UNREADABLE" -> Why.UNREADABLE;
            case "UNKNOWN_KIND" -> Why.UNKNOWN_KIND;
            case "IMPOSSIBLE" -> Why.IMPOSSIBLE;
            default -> Why.OTHER;
        };
    }
}
