package cn.dangqun.protocol;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.protocol.wire.CheckInVoided;
import cn.dangqun.protocol.wire.CheckedIn;
import cn.dangqun.protocol.wire.ClockStamp;
import cn.dangqun.protocol.wire.FactRecord;
import cn.dangqun.protocol.wire.GuestCheckedIn;
import cn.dangqun.protocol.wire.StaffUnlocked;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/// Facts to bytes, once, and back. The bytes written first are the fact; nobody encodes it again (DESIGN §4).
public final class FactCodec {
    private FactCodec() {}

    public static byte[] encode(RecordedFact recorded) {
        var record = FactRecord.newBuilder().setSeq(recorded.id().seq()).setClock(stamp(recorded.clock()));
        recorded.carried().ifPresent(origin -> record.setCarried(Origins.encode(origin)));
        switch (recorded.fact()) {
            case Fact.CheckedIn f ->
                record.setCheckedIn(CheckedIn.newBuilder()
                        .setActivity(f.activity().value())
                        .setMember(f.member().value())
                        .setRole(CheckedIn.Role.valueOf(f.role().name()))
                        .setMethod(CheckedIn.Method.valueOf(f.method().name()))
                        .setLate(f.late()));
            case Fact.GuestCheckedIn f ->
                record.setGuestCheckedIn(GuestCheckedIn.newBuilder()
                        .setActivity(f.activity().value())
                        .setKind(GuestCheckedIn.Kind.valueOf(f.kind().name()))
                        .setCardKey(f.card()
                                .map(card -> ByteString.copyFrom(HexFormat.of().parseHex(card.hex())))
                                .orElse(ByteString.EMPTY)));
            case Fact.CheckInVoided f -> record.setCheckInVoided(voided(f));
            case Fact.StaffUnlocked f ->
                record.setStaffUnlocked(StaffUnlocked.newBuilder().setStaff(f.staff()));
            case Fact.TicketTaken f -> record.setTicketTaken(TicketWords.encode(f));
            case Fact.TicketHandedOver f -> record.setTicketHandedOver(TicketWords.encode(f));
            case Fact.TicketHandled f -> record.setTicketHandled(TicketWords.encode(f));
        }
        return record.build().toByteArray();
    }

    public static RecordedFact decode(KioskId kiosk, Epoch epoch, byte[] bytes) throws UnreadableException {
        try {
            var record = FactRecord.parseFrom(bytes);
            return new RecordedFact(
                    new FactId(kiosk, epoch, record.getSeq()),
                    reading(record.getClock()),
                    fact(record),
                    record.hasCarried() ? Optional.of(Origins.decode(record.getCarried())) : Optional.empty());
        } catch (InvalidProtocolBufferException | IllegalArgumentException | DateTimeException e) {
            throw new UnreadableException("fact record of " + kiosk + " is malformed", e);
        }
    }

    private static Fact fact(FactRecord record) throws UnreadableException {
        return switch (record.getFactCase()) {
            case CHECKED_IN -> checkedIn(record.getCheckedIn());
            case GUEST_CHECKED_IN -> guest(record.getGuestCheckedIn());
            case CHECK_IN_VOIDED -> voided(record.getCheckInVoided());
            case STAFF_UNLOCKED ->
                new Fact.StaffUnlocked(record.getStaffUnlocked().getStaff());
            case TICKET_TAKEN -> TicketWords.decode(record.getTicketTaken());
            case TICKET_HANDED_OVER -> TicketWords.decode(record.getTicketHandedOver());
            case TICKET_HANDLED -> TicketWords.decode(record.getTicketHandled());
            case FACT_NOT_SET ->
                throw new UnreadableException(UnreadableException.Fault.UNKNOWN_KIND, "a fact of an unknown kind");
        };
    }

    private static Fact checkedIn(CheckedIn f) {
        return new Fact.CheckedIn(
                new ActivityId(f.getActivity()),
                new MemberId(f.getMember()),
                AttendanceRole.valueOf(f.getRole().name()),
                CheckInMethod.valueOf(f.getMethod().name()),
                f.getLate());
    }

    private static Fact guest(GuestCheckedIn f) {
        var card = f.getCardKey().isEmpty()
                ? Optional.<CardKey>empty()
                : Optional.of(CardKey.of(f.getCardKey().toByteArray()));
        return new Fact.GuestCheckedIn(
                new ActivityId(f.getActivity()), GuestKind.valueOf(f.getKind().name()), card);
    }

    private static CheckInVoided.Builder voided(Fact.CheckInVoided f) {
        var voided = CheckInVoided.newBuilder()
                .setActivity(f.activity().value())
                .setVoidedSeq(f.voidedSeq())
                .setReason(CheckInVoided.Reason.valueOf(f.reason().name()));
        f.voided().ifPresent(origin -> voided.setVoided(Origins.encode(origin)));
        return voided;
    }

    private static Fact voided(CheckInVoided f) {
        return new Fact.CheckInVoided(
                new ActivityId(f.getActivity()),
                f.getVoidedSeq(),
                Fact.VoidReason.valueOf(f.getReason().name()),
                f.hasVoided() ? Optional.of(Origins.decode(f.getVoided())) : Optional.empty());
    }

    private static ClockStamp stamp(ClockReading clock) {
        var stamp = ClockStamp.newBuilder()
                .setWallMillis(clock.wall().toEpochMilli())
                .setBootId(clock.bootId())
                .setSinceBootMillis(clock.sinceBoot().toMillis());
        clock.sinceCorrection().ifPresent(age -> stamp.setSinceCorrectionMillis(age.toMillis()));
        clock.lastCorrection().ifPresent(size -> stamp.setLastCorrectionMillis(size.toMillis()));
        return stamp.build();
    }

    private static ClockReading reading(ClockStamp stamp) {
        return new ClockReading(
                Instant.ofEpochMilli(stamp.getWallMillis()),
                stamp.getBootId(),
                Duration.ofMillis(stamp.getSinceBootMillis()),
                stamp.hasSinceCorrectionMillis()
                        ? Optional.of(Duration.ofMillis(stamp.getSinceCorrectionMillis()))
                        : Optional.empty(),
                stamp.hasLastCorrectionMillis()
                        ? Optional.of(Duration.ofMillis(stamp.getLastCorrectionMillis()))
                        : Optional.empty());
    }
}
