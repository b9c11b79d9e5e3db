package cn.dangqun.protocol;

import cn.dangqun.domain.fact.AppointmentFact;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.ClockQuality;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.RequestFact;
import cn.dangqun.domain.fact.SessionFact;
import cn.dangqun.domain.fact.StaffFact;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.protocol.wire.ClockStamp;
import cn.dangqun.protocol.wire.FactRecord;
import com.google.protobuf.InvalidProtocolBufferException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Facts to bytes, once, and back; each family has a codec of its own. The bytes written first are the fact; nobody
/// encodes it again (DESIGN §4).
public final class FactCodec {
    private FactCodec() {}

    public static byte[] encode(RecordedFact recorded) {
        var record = FactRecord.newBuilder().setSeq(recorded.id().seq()).setClock(stamp(recorded.clock()));
        recorded.carried().ifPresent(origin -> record.setCarried(Origins.encode(origin)));
        switch (recorded.fact()) {
            case AttendanceFact fact -> AttendanceCodec.encode(fact, record);
            case QueueFact fact -> TicketCodec.encode(fact, record);
            case AppointmentFact fact -> AppointmentCodec.encode(fact, record);
            case RequestFact fact -> RequestCodec.encode(fact, record);
            case SessionFact fact -> SessionCodec.encode(fact, record);
            case StaffFact fact -> StaffCodec.encode(fact, record);
            case StreetFact fact -> StreetCodec.encode(fact, record);
        }
        return record.build().toByteArray();
    }

    public static RecordedFact decode(KioskId kiosk, Epoch epoch, byte[] bytes) throws UnreadableException {
        try {
            return decode(kiosk, epoch, FactRecord.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw malformed(kiosk, e);
        }
    }

    /// What such a record says, whoever wrote it.
    public static Fact read(byte[] bytes) throws UnreadableException {
        try {
            return fact(FactRecord.parseFrom(bytes));
        } catch (InvalidProtocolBufferException | IllegalArgumentException | DateTimeException e) {
            throw new UnreadableException("a fact record is malformed", e);
        }
    }

    /// What is parsed already.
    public static RecordedFact decode(KioskId kiosk, Epoch epoch, FactRecord record) throws UnreadableException {
        try {
            return new RecordedFact(
                    new FactId(kiosk, epoch, record.getSeq()),
                    reading(record.getClock()),
                    fact(record),
                    record.hasCarried() ? Optional.of(Origins.decode(record.getCarried())) : Optional.empty());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw UnknownValues.in(record) ? unknown() : malformed(kiosk, e);
        }
    }

    private static UnreadableException malformed(KioskId kiosk, Exception cause) {
        return new UnreadableException("fact record of " + kiosk + " is malformed", cause);
    }

    private static Fact fact(FactRecord record) throws UnreadableException {
        return switch (record.getFactCase()) {
            case CHECKED_IN,
                    GUEST_CHECKED_IN,
                    CHECK_IN_VOIDED,
                    ROLL_FROZEN,
                    REGISTERED,
                    SIGNED,
                    LEAVE_GRANTED,
                    ABSENCE_EXPLAINED,
                    CHECK_IN_CORRECTED,
                    GUESTS_COUNTED,
                    PAPER_SHEET_KEPT -> AttendanceCodec.decode(record);
            case STAFF_UNLOCKED, PIN_CHOSEN, CLOCK_CONFIRMED, CARD_BOUND, CARD_RETIRED, RETURN_ANSWERED ->
                StaffCodec.decode(record);
            case TICKET_TAKEN, TICKET_HANDED_OVER, TICKET_HANDLED, TICKET_FETCHED, TICKET_HANDED_ON, TICKET_BROUGHT ->
                TicketCodec.decode(record);
            case APPOINTMENT_MADE, APPOINTMENT_CANCELLED, APPOINTMENT_ARRIVED -> AppointmentCodec.decode(record);
            case SESSION_OPENED,
                    NOTICE_GIVEN,
                    FIGURES_DECLARED,
                    STEP_TICKED,
                    ITEM_SET,
                    BALLOT_RECORDED,
                    MINUTES_SAVED,
                    FEE_TICKED,
                    SESSION_CLOSED,
                    STEPPED_OUT,
                    SESSION_REOPENED -> SessionCodec.decode(record);
            case REQUEST_FILED, REQUEST_ADVANCED, REQUEST_RATED -> RequestCodec.decode(record);
            case PARKED_SETTLED,
                    GUEST_MATCHED,
                    CHECK_IN_CHOSEN,
                    ROLL_AMENDED,
                    ACTIVITY_REVIEWED,
                    MONTH_LOCKED,
                    ITEM_DECIDED,
                    STUDY_NOTED,
                    FEE_NOTED,
                    BOOKS_FILED,
                    REPORT_NOTED -> StreetCodec.decode(record);
            case FACT_NOT_SET -> throw unknown();
        };
    }

    static UnreadableException unknown() {
        return new UnreadableException(UnreadableException.Fault.UNKNOWN_KIND, "a fact of an unknown kind");
    }

    private static ClockStamp stamp(ClockReading clock) {
        var stamp = ClockStamp.newBuilder()
                .setWallMillis(clock.wall().toEpochMilli())
                .setBootId(clock.bootId())
                .setSinceBootMillis(clock.sinceBoot().toMillis());
        clock.sinceCorrection().ifPresent(age -> stamp.setSinceCorrectionMillis(age.toMillis()));
        clock.lastCorrection().ifPresent(size -> stamp.setLastCorrectionMillis(size.toMillis()));
        clock.decided()
                .ifPresent(by -> stamp.setDecidedMillis(by.instant().toEpochMilli())
                        .setQuality(ClockStamp.Quality.valueOf(by.quality().name())));
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
                        : Optional.empty(),
                stamp.hasDecidedMillis() ? Optional.of(decided(stamp)) : Optional.empty());
    }

    /// A quality that only a newer version knows is not believed.
    private static ClockReading.Decided decided(ClockStamp stamp) {
        var quality = switch (stamp.getQuality()) {
            case STREET -> ClockQuality.STREET;
            case NETWORK -> ClockQuality.NETWORK;
            case CONFIRMED -> ClockQuality.CONFIRMED;
            case UNCHECKED -> ClockQuality.UNCHECKED;
            case DOUBTFUL, QUALITY_UNSPECIFIED, UNRECOGNIZED -> ClockQuality.DOUBTFUL;
        };
        return new ClockReading.Decided(Instant.ofEpochMilli(stamp.getDecidedMillis()), quality);
    }
}
