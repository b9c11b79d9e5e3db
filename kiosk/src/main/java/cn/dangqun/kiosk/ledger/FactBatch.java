package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.Epoch;
import com.google.protobuf.ByteString;
import java.util.List;

/// Consecutive facts as first written, with the chain hash before the first of them; its chain has been verified.
public record FactBatch(Epoch epoch, long firstSeq, ByteString previousHash, List<ByteString> records) {
    public FactBatch {
        records = List.copyOf(records);
    }

    public boolean isEmpty() {
        return records.isEmpty();
    }

    public long throughSeq() {
        return firstSeq + records.size() - 1;
    }
}
