package cn.dangqun.server.ledger;

import com.google.protobuf.ByteString;

/// What becomes of the ledger a kiosk says hello with.
public sealed interface EpochState {
    /// `ackedHash`: the chain hash after the last record the street has.
    record Continues(long ackedSeq, ByteString ackedHash) implements EpochState {}

    /// Two histories: an old image or a cloned disk. Both are known to agree through `agreedSeq`. `detail` is for
    /// logs.
    record Forked(long agreedSeq, String detail) implements EpochState {}

    /// The kiosk no longer has what the street would have to hear next, as after a restore from a backup that is
    /// older than what the kiosk has kept: records from `from` through `through` are nowhere any more.
    record Gapped(long from, long through) implements EpochState {}

    /// A person has decided that it ends; one machine may begin anew by this decision.
    record Closed(String decision) implements EpochState {}
}
