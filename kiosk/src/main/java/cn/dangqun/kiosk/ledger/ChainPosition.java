package cn.dangqun.kiosk.ledger;

import com.google.protobuf.ByteString;

/// The chain hash after the fact `seq`.
public record ChainPosition(long seq, ByteString hash) {}
