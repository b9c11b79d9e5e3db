package cn.dangqun.kiosk.attendance;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.kiosk.db.RowSeal;
import cn.dangqun.kiosk.db.UnopenedException;

/// Who counts once per activity.
public sealed interface Attendee {
    /// What a key is sealed for.
    String PLACE = "attendee";

    /// What the key of a member begins with.
    String MEMBER = "member:";

    /// As written in the projection.
    String key();

    /// The same as it stands in a file whose rows stand so.
    default String sealed(RowSeal rows) {
        return rows.sealText(PLACE, key());
    }

    static String opened(RowSeal rows, String sealed) throws UnopenedException {
        return rows.openText(PLACE, sealed);
    }

    /// The member whose key [OfMember#sealed] wrote.
    static MemberId member(RowSeal rows, String sealed) throws UnopenedException {
        return new MemberId(opened(rows, sealed).substring(MEMBER.length()));
    }

    record OfMember(MemberId member) implements Attendee {
        @Override
        public String key() {
            return MEMBER + member.value();
        }
    }

    /// A guest whom the kiosk knows only by a card.
    record OfCard(CardKey card) implements Attendee {
        @Override
        public String key() {
            return "card:" + card.hex();
        }
    }

    /// A guest without a card: every admission stands for one person.
    record Anonymous(FactId admission) implements Attendee {
        @Override
        public String key() {
            return "guest:" + admission.epoch().hex() + "/" + admission.seq();
        }
    }
}
