package cn.dangqun.domain.checkin;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.attendance.Tally;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one tap came to. Only [Counted] variants follow a durable commit; no other variant may be shown as success.
public sealed interface CheckInOutcome {

    /// The fact is on disk: the screen may say 签到成功.
    sealed interface Counted extends CheckInOutcome {
        Activity activity();

        Instant at();

        FactId fact();

        Tally tally();
    }

    record CheckedIn(
            Activity activity,
            MemberId member,
            PersonName name,
            AttendanceRole role,
            boolean late,
            Instant at,
            FactId fact,
            Tally tally)
            implements Counted {}

    /// Signed after the tap where a signature is asked; `fact` is the signature (R-104, OQ-27).
    record Signed(
            Activity activity, MemberId member, PersonName name, boolean late, Instant at, FactId fact, Tally tally)
            implements Counted {}

    /// Somebody whom this kiosk does not list, known by a genuine code alone: 身份已核验，已登记 (OQ-28). Their name is the
    /// street's to say.
    record Verified(Activity activity, MemberId member, AttendanceRole role, Instant at, FactId fact, Tally tally)
            implements Counted {}

    /// 已报到，请签名: the tap is on disk and counts with the person's signature only (OQ-27).
    record SignatureAsked(Activity activity, MemberId member, PersonName name, boolean late)
            implements CheckInOutcome {}

    record GuestCheckedIn(Activity activity, GuestKind kind, Instant at, FactId fact, Tally tally) implements Counted {}

    /// 您已于 09:02 签到: calm, not an error (F-09).
    record AlreadyCheckedIn(Activity activity, Optional<PersonName> name, Instant at, Tally tally)
            implements CheckInOutcome {}

    /// On the roll of two activities at this hour: the person chooses (F-15).
    record ChooseActivity(MemberId member, PersonName name, List<Activity> choices) implements CheckInOutcome {
        public ChooseActivity {
            choices = List.copyOf(choices);
        }
    }

    record NotOpenYet(PersonName name, Activity activity) implements CheckInOutcome {}

    record Closed(PersonName name, Activity activity) implements CheckInOutcome {}

    record NoActivityToday(PersonName name, String branchName) implements CheckInOutcome {}

    /// Nothing is open by a clock that cannot be right: 时间待核对, staff must check the date (F-74). Says nothing of
    /// what is planned today.
    record ClockInDoubt(Optional<PersonName> name) implements CheckInOutcome {}

    /// Known, but not on the roll of anything open here; may join an open activity as 列席 (R-066, OQ-20).
    record OtherBranch(MemberId member, PersonName name, String branchName, List<Activity> open)
            implements CheckInOutcome {
        public OtherBranch {
            open = List.copyOf(open);
        }
    }

    /// Not on any roll this kiosk holds; may be registered as a guest of an open activity (F-10).
    record UnknownCard(List<Activity> open) implements CheckInOutcome {
        public UnknownCard {
            open = List.copyOf(open);
        }
    }

    record CodeRefused(CodeFault fault) implements CheckInOutcome {}

    /// The disk did not take the fact: nobody may believe they are counted.
    record NotSaved() implements CheckInOutcome {}

    /// The street has revoked this kiosk, or its roster is too old to be shown (DESIGN §5, §7).
    record KioskSealed() implements CheckInOutcome {}
}
