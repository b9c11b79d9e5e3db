package cn.dangqun.domain.credential.code;

import cn.dangqun.domain.attendance.CodeFault;
import cn.dangqun.domain.member.MemberId;

/// What a scanned text turned out to be.
public sealed interface MemberCodeVerdict {
    /// Signed by the street, in force, not withdrawn. Whether the member is on a roll is another question.
    record Genuine(MemberId member, CardSerial serial) implements MemberCodeVerdict {}

    record Refused(CodeFault fault) implements MemberCodeVerdict {}
}
