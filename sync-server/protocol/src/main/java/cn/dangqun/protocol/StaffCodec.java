package cn.dangqun.protocol;

import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.protocol.wire.CardBound;
import cn.dangqun.protocol.wire.CardRetired;
import cn.dangqun.protocol.wire.ClockConfirmed;
import cn.dangqun.protocol.wire.FactRecord;
import cn.dangqun.protocol.wire.PinChosen;
import cn.dangqun.protocol.wire.ReturnAnswered;
import cn.dangqun.protocol.wire.StaffUnlocked;
import java.time.Instant;

/// The facts of duty staff, to messages and back.
final class StaffCodec {
    private StaffCodec() {}

    static void encode(StaffFact fact, FactRecord.Builder record) {
        switch (fact) {
            case StaffFact.StaffUnlocked f ->
                record.setStaffUnlocked(StaffUnlocked.newBuilder().setStaff(f.staff()));
            case StaffFact.PinChosen f ->
                record.setPinChosen(PinChosen.newBuilder()
                        .setStaff(f.staff())
                        .setCode(f.code())
                        .setVerifier(f.verifier()));
            case StaffFact.ClockConfirmed f ->
                record.setClockConfirmed(ClockConfirmed.newBuilder()
                        .setStaff(f.staff())
                        .setWallMillis(f.wall().toEpochMilli()));
            case StaffFact.CardBound f ->
                record.setCardBound(CardBound.newBuilder()
                        .setCardKey(CardKeys.key(f.card()))
                        .setCardUnder(CardKeys.under(f.card()))
                        .setMember(f.member().value())
                        .setBy(SealedIds.encode(f.by())));
            case StaffFact.CardRetired f ->
                record.setCardRetired(CardRetired.newBuilder()
                        .setCardKey(CardKeys.key(f.card()))
                        .setCardUnder(CardKeys.under(f.card()))
                        .setBy(SealedIds.encode(f.by())));
            case StaffFact.ReturnAnswered f ->
                record.setReturnAnswered(ReturnAnswered.newBuilder()
                        .setKind(f.item().kind().name())
                        .setKey(f.item().key())
                        .setBy(SealedIds.encode(f.by())));
        }
    }

    static StaffFact decode(FactRecord record) throws UnreadableException {
        return switch (record.getFactCase()) {
            case STAFF_UNLOCKED ->
                new StaffFact.StaffUnlocked(record.getStaffUnlocked().getStaff());
            case PIN_CHOSEN -> {
                var f = record.getPinChosen();
                yield new StaffFact.PinChosen(f.getStaff(), f.getCode(), f.getVerifier());
            }
            case CLOCK_CONFIRMED -> {
                var f = record.getClockConfirmed();
                yield new StaffFact.ClockConfirmed(f.getStaff(), Instant.ofEpochMilli(f.getWallMillis()));
            }
            case CARD_BOUND -> {
                var f = record.getCardBound();
                yield new StaffFact.CardBound(
                        CardKeys.decode(f.getCardKey(), f.getCardUnder()),
                        new MemberId(f.getMember()),
                        SealedIds.decode(f.getBy()));
            }
            case CARD_RETIRED -> {
                var f = record.getCardRetired();
                yield new StaffFact.CardRetired(
                        CardKeys.decode(f.getCardKey(), f.getCardUnder()), SealedIds.decode(f.getBy()));
            }
            case RETURN_ANSWERED -> {
                var f = record.getReturnAnswered();
                yield new StaffFact.ReturnAnswered(
                        ReturnedCodec.item(f.getKind(), f.getKey()), SealedIds.decode(f.getBy()));
            }
            default -> throw FactCodec.unknown();
        };
    }
}
