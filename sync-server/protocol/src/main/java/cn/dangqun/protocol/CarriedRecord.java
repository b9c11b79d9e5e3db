package cn.dangqun.protocol;

import cn.dangqun.domain.fact.Origin;
import cn.dangqun.protocol.wire.FactRecord;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Optional;

/// A record of one ledger written again into another, with its origin. Clock and words stay as they are, even words
/// this software does not know; only a reference to another record is named by that record's origin.
public final class CarriedRecord {
    private CarriedRecord() {}

    /// The origin of a record of the ledger that is carried over; empty when nobody knows it any more.
    public interface Lookup {
        Optional<Origin> of(long seq);
    }

    /// `here` is what the record's origin is if it was first written in the ledger that is carried over.
    ///
    /// @throws UnreadableException when the bytes are no record
    public static byte[] write(byte[] record, long seq, Origin here, Lookup others) throws UnreadableException {
        try {
            var old = FactRecord.parseFrom(record);
            var carried = old.toBuilder().setSeq(seq);
            if (!old.hasCarried()) {
                carried.setCarried(Origins.encode(here));
            }
            if (old.hasCheckInVoided() && !old.getCheckInVoided().hasVoided() && !isUnknown(old)) {
                others.of(old.getCheckInVoided().getVoidedSeq())
                        .ifPresent(target -> carried.getCheckInVoidedBuilder().setVoided(Origins.encode(target)));
            }
            return carried.build().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw malformed(here, e);
        }
    }

    /// A void carried before without its target being known: its number means nothing in this ledger.
    private static boolean isUnknown(FactRecord record) {
        return record.hasCarried() && !record.getCheckInVoided().hasVoided();
    }

    /// The origin of a record that stands in a ledger as `here`.
    ///
    /// @throws UnreadableException when the bytes are no record, or of another number
    public static Origin originOf(byte[] record, Origin here) throws UnreadableException {
        try {
            var read = FactRecord.parseFrom(record);
            if (read.getSeq() != here.id().seq()) {
                throw new UnreadableException(UnreadableException.Fault.MALFORMED, here.id() + " says another number");
            }
            return read.hasCarried() ? Origins.decode(read.getCarried()) : here;
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            throw malformed(here, e);
        }
    }

    private static UnreadableException malformed(Origin here, Exception cause) {
        return new UnreadableException("record " + here.id() + " is malformed", cause);
    }
}
