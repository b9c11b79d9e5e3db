package cn.dangqun.kiosk.attendance;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.member.MemberId;

/// Who counts once per activity.
public sealed interface Attendee {
    /// As written in the projection.
    String key();

    record OfMember(MemberId member) implements Attendee {
        @Override
        public String key() {
            return "member:" + member.value();
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
