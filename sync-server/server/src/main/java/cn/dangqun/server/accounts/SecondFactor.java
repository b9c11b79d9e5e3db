package cn.dangqun.server.accounts;

import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.vault.ConsoleKey;
import com.google.protobuf.ByteString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The second factor of those who want one: figures of an authenticator app, or one of ten codes on paper.
final class SecondFactor {
    private static final int CODES = 10;
    private static final int CODE_LENGTH = 10;
    private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private final Database database;
    private final Clock clock;
    private final ConsoleKey key;
    private final SecureRandom random = new SecureRandom();

    SecondFactor(Database database, Clock clock, ConsoleKey key) {
        this.database = database;
        this.clock = clock;
        this.key = key;
    }

    enum Check {
        FIGURES,
        RECOVERY_CODE,
        WRONG
    }

    /// What an app reads: `address` as a picture, `typed` by hand. Shown to its owner only.
    record Offer(String address, String typed) {
        @Override
        public String toString() {
            return "Offer";
        }
    }

    private record Row(ByteString sealed, long lastStep, boolean confirmed) {}

    static boolean isSet(Handle handle, String login) {
        return row(handle, login).filter(Row::confirmed).isPresent();
    }

    /// What the person may scan; the same until it is confirmed. Empty when there is one in use.
    Optional<Offer> offer(String login, String issuer) {
        var known = database.read(handle -> row(handle, login));
        if (known.filter(Row::confirmed).isPresent()) {
            return Optional.empty();
        }
        var secret =
                known.flatMap(row -> key.open(login, row.sealed.toByteArray())).orElseGet(() -> draw(login));
        return Optional.of(offer(login, issuer, secret));
    }

    private byte[] draw(String login) {
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        database.write((handle, changes) -> {
            handle.execute("DELETE FROM second_factor WHERE street = 1 AND login = ?", login);
            return handle.execute(
                    "INSERT INTO second_factor (login, secret, last_step) VALUES (?, ?, 0)",
                    login,
                    key.seal(login, secret));
        });
        return secret;
    }

    private static Offer offer(String login, String issuer, byte[] secret) {
        var typed = Totp.base32(secret);
        var name = encoded(issuer);
        return new Offer(
                "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(name, encoded(login), typed, name),
                typed.replaceAll("(.{4})(?!$)", "$1 "));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// Takes it into use once the app shows the right figures. Returns the codes for paper, which are kept nowhere
    /// else;
    /// empty when the figures are wrong.
    Optional<List<String>> confirm(String typed, Actor actor) {
        var codes = Stream.generate(this::code).limit(CODES).toList();
        return database.write((handle, changes) -> {
            var row = row(handle, actor.login()).filter(each -> !each.confirmed);
            if (row.isEmpty() || !takesFigures(handle, actor.login(), row.get(), typed)) {
                actor.note(handle, clock.instant(), Action.SECOND_FACTOR_FAILED, actor.login());
                return Optional.empty();
            }
            handle.execute(
                    "UPDATE second_factor SET confirmed_at = ? WHERE street = 1 AND login = ?",
                    clock.millis(),
                    actor.login());
            codes.forEach(each -> handle.execute(
                    "INSERT INTO recovery_code (login, code_hash) VALUES (?, ?)",
                    actor.login(),
                    hash(actor.login(), each)));
            actor.note(handle, clock.instant(), Action.SECOND_FACTOR_SET, actor.login());
            return Optional.of(codes);
        });
    }

    /// Takes what was typed, so that it counts this once.
    Check take(Handle handle, String login, String typed) {
        var row = row(handle, login).filter(Row::confirmed);
        if (row.isPresent() && takesFigures(handle, login, row.get(), typed.replaceAll("\\s", ""))) {
            return Check.FIGURES;
        }
        int taken = handle.execute(
                "DELETE FROM recovery_code WHERE street = 1 AND login = ? AND code_hash = ?",
                login,
                hash(login, typed));
        return taken > 0 ? Check.RECOVERY_CODE : Check.WRONG;
    }

    static int codesLeft(Handle handle, String login) {
        return handle.createQuery("SELECT count(*) FROM recovery_code WHERE street = 1 AND login = :login")
                .bind("login", login)
                .mapTo(Integer.class)
                .one();
    }

    void remove(String login, Actor actor) {
        database.write((handle, changes) -> {
            remove(handle, login, clock.instant(), actor);
            return login;
        });
    }

    static void remove(Handle handle, String login, Instant now, Actor actor) {
        handle.execute("DELETE FROM recovery_code WHERE street = 1 AND login = ?", login);
        handle.execute("DELETE FROM second_factor WHERE street = 1 AND login = ?", login);
        actor.note(handle, now, Action.SECOND_FACTOR_REMOVED, login);
    }

    private boolean takesFigures(Handle handle, String login, Row row, String typed) {
        var step = key.open(login, row.sealed.toByteArray()).stream()
                .flatMapToLong(secret -> Totp.step(secret, typed, clock.instant(), row.lastStep).stream())
                .findFirst();
        step.ifPresent(taken ->
                handle.execute("UPDATE second_factor SET last_step = ? WHERE street = 1 AND login = ?", taken, login));
        return step.isPresent();
    }

    private static Optional<Row> row(Handle handle, String login) {
        return handle.createQuery("""
                        SELECT secret, last_step, confirmed_at FROM second_factor
                        WHERE street = 1 AND login = :login""")
                .bind("login", login)
                .map((row, ignored) -> new Row(
                        ByteString.copyFrom(row.getBytes("secret")),
                        row.getLong("last_step"),
                        row.getLong("confirmed_at") > 0))
                .findOne();
    }

    private String code() {
        var out = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            out.append(i == CODE_LENGTH / 2 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return out.toString();
    }

    /// Signed with a key that is not in the database: whoever copied that cannot try 49 bits by themselves.
    private String hash(String login, String code) {
        var plain = code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return HexFormat.of().formatHex(key.sign("recovery " + login + " " + plain));
    }
}
