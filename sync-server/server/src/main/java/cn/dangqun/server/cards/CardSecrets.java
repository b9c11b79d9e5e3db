package cn.dangqun.server.cards;

import cn.dangqun.cards.CardConversion;
import cn.dangqun.cards.CardSecret;
import cn.dangqun.cards.CurveCardKeyer;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.reference.Feed;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/// The street's own secret of cards and those of its kiosks. All follow from masters in the vault and from what the
/// database notes of each, so that neither alone gives one away. Safe for use from several threads.
@OneProcess("Conversions by the number of the master, which the database names: the same in every process.")
public final class CardSecrets {
    private static final int NONCE_BYTES = 16;
    private static final int FIRST = 1;
    /// More kiosks than a street has, and their secrets since the start.
    private static final int MOST_WAYS = 1000;

    private final Database database;
    private final CardMasters masters;
    private final SecureRandom random;
    private final Clock clock;
    private final Map<Way, CardConversion> ways = new ConcurrentHashMap<>();

    public CardSecrets(Database database, CardMasters masters, SecureRandom random, Clock clock) {
        this.database = database;
        this.masters = masters;
        this.random = random;
        this.clock = clock;
    }

    /// What a kiosk is told at its enrolment.
    public static final class Granted {
        private final CardSecret secret;
        private final byte[] salt;

        private Granted(CardSecret secret, byte[] salt) {
            this.secret = secret;
            this.salt = salt;
        }

        public CardSecret secret() {
            return secret;
        }

        /// [CurveCardKeyer#SALT_BYTES] of them.
        public byte[] salt() {
            return salt.clone();
        }
    }

    /// Keys cards as the street keeps them. Blocks.
    public CardKeyer keyer() {
        return new CurveCardKeyer(database.read(this::ofStreet), masters.salt());
    }

    /// A secret that no kiosk has had; from now on the newest of this one.
    public Granted draw(Handle handle, KioskId kiosk) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        int master = inUse(handle);
        var secret = derived(master, kiosk.value(), nonce);
        handle.execute(
                "INSERT INTO kiosk_card_secret (street, name, kiosk, master, nonce, issued_at)"
                        + " VALUES (1, ?, ?, ?, ?, ?)",
                secret.tag(),
                kiosk.value(),
                master,
                nonce,
                Math.max(clock.millis(), lastIssued(handle, kiosk) + 1));
        return new Granted(secret, masters.salt());
    }

    private static long lastIssued(Handle handle, KioskId kiosk) {
        return handle.createQuery(
                        "SELECT coalesce(max(issued_at), 0) FROM kiosk_card_secret" + " WHERE street = 1 AND kiosk = ?")
                .bind(0, kiosk.value())
                .mapTo(Long.class)
                .one();
    }

    /// The secret that the kiosk should have, which is its newest unless the street's was replaced since.
    public Granted of(Handle handle, KioskId kiosk) {
        return newest(handle, kiosk)
                .map(secret -> new Granted(secret, masters.salt()))
                .orElseGet(() -> draw(handle, kiosk));
    }

    /// Names that secret. Blocks.
    public String nameOf(KioskId kiosk) {
        return database.read(handle -> newest(handle, kiosk))
                .orElseGet(() ->
                        database.write((handle, changes) -> of(handle, kiosk).secret()))
                .tag();
    }

    private Optional<CardSecret> newest(Handle handle, KioskId kiosk) {
        return handle.createQuery("SELECT kiosk, master, nonce FROM kiosk_card_secret"
                        + " WHERE street = 1 AND kiosk = ? AND master = ? ORDER BY issued_at DESC LIMIT 1")
                .bind(0, kiosk.value())
                .bind(1, inUse(handle))
                .map((row, ignored) -> derived(row.getInt("master"), row.getString("kiosk"), row.getBytes("nonce")))
                .findOne();
    }

    /// Empty for one that no kiosk of this street was given.
    private Optional<CardSecret> named(Handle handle, String name) {
        return handle.createQuery("SELECT kiosk, master, nonce FROM kiosk_card_secret WHERE street = 1 AND name = ?")
                .bind(0, name)
                .map((row, ignored) -> derived(row.getInt("master"), row.getString("kiosk"), row.getBytes("nonce")))
                .findOne();
    }

    /// From the street's keys to those under the secret of this name; empty when nobody was given such a secret.
    public Optional<CardConversion> toKiosk(Handle handle, String name) {
        return named(handle, name).map(secret -> new CardConversion(ofStreet(handle), secret));
    }

    /// A page for the kiosk it goes to. Blocks.
    public Feed.Next asKeptBy(Feed.Next next) {
        return new CardDelivery(database, this).asKeptBy(next);
    }

    /// As the street keeps it; what an older kiosk recorded, or is no key, stays as it is.
    public CardKey kept(Handle handle, CardKey recorded) {
        if (recorded.under().isEmpty()) {
            return recorded;
        }
        var way = new Way(recorded.under(), inUse(handle));
        var known = Optional.ofNullable(ways.get(way));
        return known.or(() -> named(handle, way.from())
                        .map(secret -> new CardConversion(secret, ofStreet(way.master())))
                        .map(conversion -> remembered(way, conversion)))
                .flatMap(conversion -> converted(conversion, recorded))
                .orElse(recorded);
    }

    /// Whether it is as the street keeps cards by now, so that it can be turned for every kiosk.
    boolean isOfStreet(Handle handle, CardKey card) {
        return card.under().equals(ofStreet(handle).tag());
    }

    /// From the secret of this name to the street's under this master: the same for ever, since a rotation takes
    /// another master.
    private record Way(String from, int master) {}

    private CardConversion remembered(Way way, CardConversion conversion) {
        if (ways.size() >= MOST_WAYS) {
            ways.clear();
        }
        ways.put(way, conversion);
        return conversion;
    }

    static Optional<CardKey> converted(CardConversion conversion, CardKey key) {
        try {
            return Optional.of(conversion.of(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // from before keys were points
        }
    }

    /// The number of the master under which the street keeps cards.
    int inUse(Handle handle) {
        return handle.createQuery("SELECT number FROM card_master WHERE street = 1")
                .mapTo(Integer.class)
                .findOne()
                .orElse(FIRST);
    }

    private CardSecret ofStreet(Handle handle) {
        return ofStreet(inUse(handle));
    }

    CardSecret ofStreet(int master) {
        return CardSecret.derived(masters.master(master), "street".getBytes(StandardCharsets.UTF_8));
    }

    private CardSecret derived(int master, String kiosk, byte[] nonce) {
        var name = ("kiosk " + kiosk + " ").getBytes(StandardCharsets.UTF_8);
        var of = new byte[name.length + nonce.length];
        System.arraycopy(name, 0, of, 0, name.length);
        System.arraycopy(nonce, 0, of, name.length, nonce.length);
        return CardSecret.derived(masters.master(master), of);
    }

    @Override
    public String toString() {
        return "CardSecrets[hidden]";
    }
}
