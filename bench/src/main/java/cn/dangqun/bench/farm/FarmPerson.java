package cn.dangqun.bench.farm;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.member.MemberId;

/// A member of the farm's street: number from 1 upwards, of the branch at site `site`.
record FarmPerson(int number, int site) {
    MemberId member() {
        return new MemberId("F-%05d".formatted(number));
    }

    /// The one activity of the person's branch.
    ActivityId activity() {
        return FarmStreet.activity(site);
    }

    /// The seven-byte UID of the person's card.
    byte[] uid() {
        return new byte[] {4, (byte) 0xFA, 0x30, 0, (byte) (number >> 8), (byte) number, (byte) 0x80};
    }

    /// One in five shows a code instead of a card.
    boolean showsCode() {
        return number % 5 == 0;
    }
}
