package cn.dangqun.kiosk.identify;

import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;

/// Whom a credential stands for.
public sealed interface Identity {
    record Known(Member member, CheckInMethod method) implements Identity {}

    /// Bound to nobody this kiosk knows.
    record UnknownCard(CardKey card) implements Identity {}

    /// A genuine code of a member whom this kiosk does not list.
    record UnknownMember(MemberId member) implements Identity {}

    record Refused(CodeFault fault) implements Identity {}
}
