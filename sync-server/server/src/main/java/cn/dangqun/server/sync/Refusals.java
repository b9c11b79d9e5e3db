package cn.dangqun.server.sync;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.protocol.wire.Refusal;
import java.util.random.RandomGenerator;

/// Refusals that end the connection, each with the pause after which the kiosk may return by itself.
final class Refusals {
    private static final int NEVER = 0;
    private static final int HOUR = 3600;

    private Refusals() {}

    static Refusal closing(Refusal.Reason reason, String detail, RandomGenerator chance) {
        return Refusal.newBuilder()
                .setReason(reason)
                .setDetail(detail)
                .setRetryAfterSeconds(retryAfterSeconds(reason, chance))
                .setCloses(true)
                .build();
    }

    static Refusal epochClosed(Epoch epoch, String decision, RandomGenerator chance) {
        return closing(Refusal.Reason.EPOCH_CLOSED, "a person has decided that this ledger ends", chance).toBuilder()
                .setEpoch(epoch.hex())
                .setDecision(decision)
                .build();
    }

    private static int retryAfterSeconds(Refusal.Reason reason, RandomGenerator chance) {
        return switch (reason) {
            // Spread, so that those sent away do not come back together.
            case BUSY -> 5 + chance.nextInt(15);
            case EPOCH_CLOSED -> 1;
            case SUPERSEDED, RENEWED_OFTEN -> 60;
            case MALFORMED, OVERSIZE, UNEXPECTED -> 60;
            // Reference changes still reach it at every return, and a repaired server lets it in again.
            // a person may decide any moment: about a ledger, or that a revoked kiosk may deliver
            case CHAIN_BROKEN, CHAIN_FORKED, GAP, REVOKED -> 300;
            // A server put back to an older version may be brought up again.
            case PROTOCOL_TOO_OLD, PROTOCOL_TOO_NEW, NOT_ENROLLED -> HOUR;
            case CODE_UNKNOWN, CODE_USED, CODE_EXPIRED, REASON_UNSPECIFIED, UNRECOGNIZED -> NEVER;
        };
    }
}
