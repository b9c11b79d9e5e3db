package cn.dangqun.server.attendance;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.fact.AttendanceFact.Registration;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One activity, person by person. `present`, `unsigned`, `onLeave`, `missing` and `exempt` together are the
/// roll; `others` counted in another role or are not on the roll; `heads` are people whom staff counted without
/// names; `frozen`: the roll stands, and is no longer what the roster says now. `papers` are pictures of lists
/// that were signed on paper; `reviewed` is what the street said of it as a whole.
record AttendanceSheet(
        ActivityCount count,
        boolean frozen,
        Roll roll,
        List<Person> others,
        List<Guest> guests,
        Map<GuestKind, Integer> heads,
        List<PaperSheetStore.Kept> papers,
        List<ActivityReview.Said> reviewed) {
    AttendanceSheet {
        others = List.copyOf(others);
        guests = List.copyOf(guests);
        heads = Map.copyOf(heads);
        papers = List.copyOf(papers);
        reviewed = List.copyOf(reviewed);
    }

    /// Who stands how; each list in the order in which the page shows it.
    record Roll(
            List<Person> present,
            List<Person> unsigned,
            List<Person> onLeave,
            List<Person> missing,
            List<Person> exempt) {
        Roll {
            present = List.copyOf(present);
            unsigned = List.copyOf(unsigned);
            onLeave = List.copyOf(onLeave);
            missing = List.copyOf(missing);
            exempt = List.copyOf(exempt);
        }
    }

    /// `name` is empty for somebody the street's roster no longer knows, `groupName` for who is in no group.
    /// `taps` and `notes` are in order of time.
    record Person(
            String member,
            Optional<PersonName> name,
            String branchName,
            String groupName,
            Optional<RelationKind> relation,
            List<Tap> taps,
            List<Note> notes) {
        Person {
            taps = List.copyOf(taps);
            notes = List.copyOf(notes);
        }

        Optional<Tap> counted() {
            return taps.stream().filter(Tap::counted).findFirst();
        }
    }

    /// One check-in as the kiosk recorded it: counted, or voided, or a duplicate of the counted one. `by` is who
    /// recorded it where it was not the person; `awaiting`: a 补录 that nobody has approved. `keyedIn`: when a name
    /// was taken over from paper, where nobody knows when they came and `at` is the planned start; `hand` is what
    /// somebody wrote as a guest before they were recognised.
    record Tap(
            Instant at,
            AttendanceRole role,
            CheckInMethod method,
            boolean late,
            boolean voided,
            boolean counted,
            boolean doubtful,
            boolean awaiting,
            Optional<Handled> by,
            String kioskName,
            Ruled ruled,
            Optional<Instant> keyedIn,
            Optional<Hand> hand) {}

    /// What the street did with a check-in: `setAside` by a reviewer, `afterLock`: it came after the month was
    /// locked, `onAccountOf` a guest whom a reviewer recognised.
    record Ruled(boolean setAside, boolean afterLock, boolean recognised) {}

    /// Who of the staff recorded something, in what way, why, and with whose word. The reason is theirs and may
    /// say much about a person.
    record Handled(Optional<Registration> how, String reason, String staff, Optional<String> approver) {}

    /// What is recorded beside check-ins.
    record Note(
            NoteStore.Kind kind,
            Optional<LeaveKind> leave,
            Optional<Handled> by,
            Instant at,
            boolean voided,
            String kioskName) {}

    /// Counted, or voided, or admitted again with the same card.
    record Guest(GuestKind kind, Instant at, boolean voided, boolean counted, String kioskName, Optional<Hand> hand) {}

    /// A guest whom staff registered by name: name and where they belong, each in their own hand.
    record Hand(Attached name, Attached belongs, Handled by) {}

    /// Something that came, or will come, beside a fact.
    record Attached(SealedId id, PaperSheetStore.State state) {}
}
