package cn.dangqun.simulation.machine;

import cn.dangqun.domain.fact.FactId;
import cn.dangqun.kiosk.ledger.LedgerTransaction;
import cn.dangqun.protocol.wire.ClockStamp;
import cn.dangqun.protocol.wire.FactRecord;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import java.time.Instant;
import java.util.Optional;

/// What a newer program that ran at a kiosk for a while has left in its ledger: a record in its place in the chain, of
/// a kind that no program of today knows, or whose time none can read. Written by the ledger's own hand, for which no
/// door is open to a program.
public final class NewerProgram {
    private static final int KIND = 10_000;

    private NewerProgram() {}

    /// The record it left; `at`: its time, if that can be read.
    ///
    /// @throws IllegalStateException when the ledger belongs to no kiosk yet
    public static FactId record(LedgerTransaction transaction, Optional<Instant> at) {
        var id = transaction.next().orElseThrow(() -> new IllegalStateException("whose ledger is it?"));
        try {
            var write = LedgerTransaction.class.getDeclaredMethod(
                    "write", FactId.class, ByteString.class, long.class, boolean.class);
            write.setAccessible(true);
            var field = LedgerTransaction.class.getDeclaredField("head");
            field.setAccessible(true);
            var hash = write.invoke(transaction, id, unknown(id.seq(), at), 0L, false);
            var head = field.get(transaction);
            var next = head.getClass().getDeclaredMethod("carried", ByteString.class, Optional.class);
            next.setAccessible(true);
            field.set(transaction, next.invoke(head, hash, Optional.empty()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the ledger writes in another way", e);
        }
        return id;
    }

    private static ByteString unknown(long seq, Optional<Instant> at) {
        var kind = UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(ByteString.copyFromUtf8("not of today"))
                .build();
        var record = FactRecord.newBuilder()
                .setSeq(seq)
                .setUnknownFields(
                        UnknownFieldSet.newBuilder().addField(KIND, kind).build());
        at.ifPresent(time -> record.setClock(
                ClockStamp.newBuilder().setWallMillis(time.toEpochMilli()).setBootId("newer")));
        return record.build().toByteString();
    }
}
