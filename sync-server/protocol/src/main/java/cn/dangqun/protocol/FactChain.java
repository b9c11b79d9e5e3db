package cn.dangqun.protocol;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The chain that makes a ledger tamper-evident: `hash = SHA-256(previous hash ‖ record bytes)` (DESIGN §4, F-83).
/// The first previous hash is drawn from kiosk and epoch, so that no record can be moved into another ledger.
public final class FactChain {
    public static final int HASH_BYTES = 32;

    private FactChain() {}

    public static byte[] genesis(KioskId kiosk, Epoch epoch) {
        return sha256().digest(("dangqun fact chain 1\n" + kiosk.value() + "\n" + epoch.hex())
                .getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] next(byte[] previous, byte[] record) {
        return new Walk(previous).next(record);
    }

    /// Goes along a chain, record by record. For one thread.
    public static final class Walk {
        private final MessageDigest digest = sha256();
        private byte[] last;

        /// From behind the record whose hash is `previous`.
        public Walk(byte[] previous) {
            if (previous.length != HASH_BYTES) {
                throw new IllegalArgumentException("a chain hash has " + HASH_BYTES + " bytes");
            }
            this.last = previous.clone();
        }

        /// The hash after this record.
        public byte[] next(byte[] record) {
            digest.update(last);
            last = digest.digest(record);
            return last.clone();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
