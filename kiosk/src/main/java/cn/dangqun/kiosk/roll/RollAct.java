package cn.dangqun.kiosk.roll;

import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact.LeaveKind;
import cn.dangqun.domain.member.MemberId;
import java.util.List;

/// What staff do at a roll. Reasons are the words that stood on the button.
public sealed interface RollAct {
    /// 打开活动: who is due is settled from here on
    record Open() implements RollAct {}

    /// About one person
    sealed interface About extends RollAct {
        MemberId member();
    }

    /// 值守登记: stands there without card or code
    record Register(MemberId member, String reason) implements About {}

    /// 补录: was there and was not recorded; by the secretary it is approved at once
    record AddAfterwards(MemberId member, String reason) implements About {}

    /// The secretary approves a 补录
    record Approve(MemberId member) implements About {}

    record GrantLeave(MemberId member, LeaveKind kind, String approver) implements About {}

    /// Why somebody is missing who asked no leave
    record Explain(MemberId member, String reason) implements About {}

    /// Whatever stands of the person counts no longer
    record Correct(MemberId member, String reason) implements About {}

    /// 纸质补录: everybody who stands on the paper list, signed there
    record Paper(List<MemberId> members) implements RollAct {
        public Paper {
            members = List.copyOf(members);
        }
    }

    /// Heads of those whom nobody recorded one by one
    record CountHeads(GuestKind kind, int number) implements RollAct {}
}
