package cn.dangqun.server.ledger;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.protocol.wire.FactRecord;
import cn.dangqun.server.vault.Secrets;
import cn.dangqun.store.PlacedSeal;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/// How facts that name a guest's card stand in the table: sealed with a key of the vault, and, once the card is
/// forgotten, with a word drawn by lot in its place (decision 0019). The chain is over the record as it came; of one
/// that was forgotten its hash is all that is left. Safe for use from several threads.
public final class GuestSeal {
    /// Of the one who keeps no guests.
    public static final GuestSeal NONE = new GuestSeal(Optional.empty());

    /// Names no secret of any kiosk: what stands there is no key.
    static final String FORGOTTEN_UNDER = "0000000000000000";

    private static final String NAME = "guest-master";
    private static final int KEY_BYTES = 32;
    /// No message begins so.
    private static final byte MARK = 0;

    private static final byte SEALED = 1;
    private static final byte FORGOTTEN = 2;
    private static final int HEAD = 2;

    private final Optional<ByteString> key;

    private GuestSeal(Optional<ByteString> key) {
        this.key = key;
    }

    /// Draws the key when there is none yet.
    public static GuestSeal open(Secrets secrets, SecureRandom random) throws IOException {
        var known = known(secrets);
        if (known.key.isPresent()) {
            return known;
        }
        var fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        secrets.keep(NAME, fresh);
        return new GuestSeal(Optional.of(ByteString.copyFrom(fresh)));
    }

    /// As [#open], drawing nothing: without a key nothing is sealed there.
    public static GuestSeal known(Secrets secrets) throws IOException {
        var known = secrets.read(NAME).map(ByteString::copyFrom);
        if (known.filter(key -> key.size() != KEY_BYTES).isPresent()) {
            throw new IOException(NAME + " has been cut short");
        }
        return new GuestSeal(known);
    }

    private Optional<PlacedSeal> seal() {
        return key.map(bytes -> new PlacedSeal(bytes.toByteArray(), "guest"));
    }

    private static String place(long chain, long seq) {
        return chain + "/" + seq;
    }

    /// What the table holds, told from what it says. `isWhole`: the record is as it came.
    record Opened(ByteString record, boolean isWhole) {}

    /// @throws UnopenedRecordException when it is sealed and the key is not here, or it has been changed
    Opened opened(long chain, long seq, ByteString stored) throws UnopenedRecordException {
        if (stored.size() < HEAD || stored.byteAt(0) != MARK) {
            return new Opened(stored, true);
        }
        var seal = seal().orElseThrow(() -> new UnopenedRecordException(place(chain, seq)));
        try {
            var plain = seal.open(
                    place(chain, seq) + "/" + stored.byteAt(1),
                    stored.substring(HEAD).toByteArray());
            return new Opened(ByteString.copyFrom(plain), stored.byteAt(1) == SEALED);
        } catch (AEADBadTagException e) {
            throw new UnopenedRecordException(place(chain, seq), e);
        }
    }

    /// As the table is to hold it: sealed if it names a guest's card.
    ByteString stored(long chain, long seq, ByteString record) {
        return parsed(record).filter(GuestSeal::namesACard).isPresent() ? hidden(chain, seq, record, SEALED) : record;
    }

    /// The same of one that is parsed already.
    ByteString stored(long chain, Arrived arrived) {
        return arrived.namesACard() ? hidden(chain, arrived.seq(), arrived.record(), SEALED) : arrived.record();
    }

    /// Whether the card is still in what the table holds.
    boolean isSealed(ByteString stored) {
        return stored.size() > HEAD && stored.byteAt(0) == MARK && stored.byteAt(1) == SEALED;
    }

    /// Whether the table holds open what it would hold sealed by now.
    boolean isOpen(ByteString stored) {
        return key.isPresent() && parsed(stored).filter(GuestSeal::namesACard).isPresent();
    }

    /// The same fact as the table is to hold it from now on: `word` is all that is left of the card.
    ByteString forgotten(long chain, long seq, ByteString record, ByteString word) {
        var fact = parsed(record).orElseThrow(() -> new IllegalStateException("a guest that cannot be read"));
        var guest = fact.getGuestCheckedIn().toBuilder()
                .setCardKey(word)
                .setCardUnder(ByteString.copyFrom(HexFormat.of().parseHex(FORGOTTEN_UNDER)));
        return hidden(
                chain, seq, fact.toBuilder().setGuestCheckedIn(guest).build().toByteString(), FORGOTTEN);
    }

    private ByteString hidden(long chain, long seq, ByteString record, byte form) {
        return seal().map(seal -> seal.seal(place(chain, seq) + "/" + form, record.toByteArray()))
                .map(bytes -> ByteString.copyFrom(new byte[] {MARK, form}).concat(ByteString.copyFrom(bytes)))
                .orElse(record);
    }

    static boolean namesACard(FactRecord record) {
        return record.hasGuestCheckedIn()
                && !record.getGuestCheckedIn().getCardKey().isEmpty();
    }

    private static Optional<FactRecord> parsed(ByteString record) {
        try {
            return Optional.of(FactRecord.parseFrom(record));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty(); // parked for people, or sealed
        }
    }

    /// Names a guest in one activity, and in no other: whoever has only the table cannot tell where somebody came
    /// again. `kept`: as the street keeps it.
    public String name(String activity, CardKey kept) {
        if (kept.under().equals(FORGOTTEN_UNDER)) {
            return kept.hex().substring(0, 2 * PlacedSeal.TAG_BYTES);
        }
        return seal().map(
                        seal -> seal.tag("guest of " + activity, HexFormat.of().parseHex(kept.hex())))
                .map(HexFormat.of()::formatHex)
                .orElse(kept.hex());
    }

    /// Whether this card was forgotten.
    public static boolean isForgotten(CardKey card) {
        return card.under().equals(FORGOTTEN_UNDER);
    }

    @Override
    public String toString() {
        return "GuestSeal[hidden]";
    }
}
