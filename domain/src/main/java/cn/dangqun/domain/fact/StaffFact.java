package cn.dangqun.domain.fact;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.MemberId;
import java.time.Instant;

/// What duty staff did with the kiosk itself; `staff` is the street's identifier of the person (F-80).
public sealed interface StaffFact extends Fact {
    String staff();

    /// Opened the staff corner.
    record StaffUnlocked(String staff) implements StaffFact {}

    /// Chose the own PIN with a one-time code of the street; `verifier` is an encoded argon2id verifier of the PIN.
    record PinChosen(String staff, String code, String verifier) implements StaffFact {
        @Override
        public String toString() {
            return "PinChosen[" + staff + "]";
        }
    }

    /// Confirmed, without the street, what date and time it is (F-74, OQ-21).
    record ClockConfirmed(String staff, Instant wall) implements StaffFact {}

    /// Tied a card to a member (F-16).
    record CardBound(CardKey card, MemberId member, Handling by) implements StaffFact {
        @Override
        public String staff() {
            return by.staff();
        }
    }

    /// A card is its member's no longer.
    record CardRetired(CardKey card, Handling by) implements StaffFact {
        @Override
        public String staff() {
            return by.staff();
        }
    }

    /// Answered what the street returned: seen to, or why not, in the words of `by`.
    record ReturnAnswered(ReviewItem item, Handling by) implements StaffFact {
        @Override
        public String staff() {
            return by.staff();
        }
    }
}
