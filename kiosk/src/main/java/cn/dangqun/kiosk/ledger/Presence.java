package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.member.MemberId;
import java.util.Set;

/// Who is in one activity: `members` in the role MEMBER, and how many observers, linked members and guests.
public record Presence(Set<MemberId> members, int guests) {
    public static final Presence NOBODY = new Presence(Set.of(), 0);

    public Presence {
        members = Set.copyOf(members);
    }
}
