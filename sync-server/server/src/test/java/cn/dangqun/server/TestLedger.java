package cn.dangqun.server;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.ClockReading;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.Fact;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.Origin;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.protocol.CarriedRecord;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.protocol.wire.ChainMark;
import cn.dangqun.protocol.wire.Push;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A kiosk's side of the ledger: records facts in memory and makes pushes of them.
public final class TestLedger {
    public static final Epoch EPOCH = new Epoch("00112233445566778899aabbccddeeff");
    public static final ActivityId ACTIVITY = new ActivityId("day-1");

    private final KioskId kiosk;
    private final Epoch epoch;
    private final List<ByteString> records = new ArrayList<>();
    private final List<ByteString> hashes = new ArrayList<>();

    public TestLedger(KioskId kiosk) {
        this(kiosk, EPOCH);
    }

    public TestLedger(KioskId kiosk, Epoch epoch) {
        this.kiosk = kiosk;
        this.epoch = epoch;
        hashes.add(ByteString.copyFrom(FactChain.genesis(kiosk, epoch)));
    }

    /// Another ledger with the same beginning.
    public TestLedger copy() {
        var copy = new TestLedger(kiosk, epoch);
        records.forEach(copy::addBytes);
        return copy;
    }

    public long size() {
        return records.size();
    }

    public TestLedger checkIn(String member) {
        return checkIn(member, Instant.ofEpochMilli(1_783_650_000_000L + records.size()));
    }

    public TestLedger checkIn(String member, Instant at) {
        return add(
                new AttendanceFact.CheckedIn(
                        ACTIVITY, new MemberId(member), AttendanceRole.MEMBER, CheckInMethod.CARD, false),
                at);
    }

    public TestLedger voiding(long seq) {
        return add(
                new AttendanceFact.CheckInVoided(ACTIVITY, seq, AttendanceFact.VoidReason.STAFF_CORRECTION),
                Instant.ofEpochMilli(1_783_650_000_000L + records.size()));
    }

    public TestLedger add(Fact fact, Instant at) {
        var clock =
                new ClockReading(at, "boot", Duration.ofSeconds(records.size()), Optional.empty(), Optional.empty());
        var id = new FactId(kiosk, epoch, records.size() + 1L);
        return addBytes(ByteString.copyFrom(FactCodec.encode(new RecordedFact(id, clock, fact))));
    }

    /// What the record `seq` of this ledger is, however often it is carried.
    public Origin origin(long seq) {
        return new Origin(
                new FactId(kiosk, epoch, seq),
                HexFormat.of().formatHex(hashes.get((int) seq).toByteArray()));
    }

    /// Carries over records of another ledger, as a kiosk does.
    public TestLedger carry(TestLedger other, long... seqs) {
        for (long seq : seqs) {
            try {
                addBytes(ByteString.copyFrom(CarriedRecord.write(
                        other.records.get((int) seq - 1).toByteArray(),
                        records.size() + 1L,
                        other.origin(seq),
                        target -> target < 1 || target > other.size()
                                ? Optional.empty()
                                : Optional.of(other.origin(target)))));
            } catch (UnreadableException e) {
                throw new IllegalStateException(e);
            }
        }
        return this;
    }

    public KioskId kiosk() {
        return kiosk;
    }

    public Epoch epoch() {
        return epoch;
    }

    /// The mark after the record `seq`.
    public ChainMark mark(long seq) {
        return ChainMark.newBuilder().setSeq(seq).setHash(hashes.get((int) seq)).build();
    }

    public TestLedger addBytes(ByteString record) {
        records.add(record);
        hashes.add(ByteString.copyFrom(FactChain.next(hashes.getLast().toByteArray(), record.toByteArray())));
        return this;
    }

    /// Records `firstSeq` to `lastSeq`.
    public Push push(long firstSeq, long lastSeq) {
        return Push.newBuilder()
                .setPushId(firstSeq)
                .setEpoch(epoch.hex())
                .setFirstSeq(firstSeq)
                .setFirstPreviousHash(hashes.get((int) firstSeq - 1))
                .addAllRecords(records.subList((int) firstSeq - 1, (int) lastSeq))
                .build();
    }

    public Push pushAll() {
        return push(1, records.size());
    }
}
