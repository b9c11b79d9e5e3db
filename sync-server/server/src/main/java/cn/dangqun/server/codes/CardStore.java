package cn.dangqun.server.codes;

import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.domain.credential.code.StreetKeyId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// SQL of issued cards.
final class CardStore {
    private static final Instant FIRST_MINUTE = Instant.parse("2020-01-01T00:00:00Z");
    private static final String CARDS = """
            SELECT c.*, k.retired_after FROM code_card c JOIN code_key k ON k.street = 1 AND k.id = c.signing_key
            """;

    private CardStore() {}

    /// At least the minutes since 2020, so that a restored backup gives no number of a card that is out there (as
    /// reference numbers do, docs/decisions/0004).
    static CardSerial nextSerial(Handle handle, Instant now) {
        var last = handle.createQuery("SELECT coalesce(max(serial), 0) FROM code_card WHERE street = 1")
                .mapTo(Long.class)
                .one();
        return new CardSerial(Math.max(last + 1, (now.getEpochSecond() - FIRST_MINUTE.getEpochSecond()) / 60));
    }

    static void insert(Handle handle, Card card, OrganizationId branch, Instant now, String login) {
        handle.createUpdate("""
                        INSERT INTO code_card
                          (serial, member, branch, signing_key, issued_on, expires_on, issued_at, issued_by)
                        VALUES (:serial, :member, :branch, :key, :issued, :expires, :now, :login)""")
                .bind("serial", card.serial().value())
                .bind("member", card.member().value())
                .bind("branch", branch.value())
                .bind("key", card.key().value())
                .bind("issued", card.issued().toString())
                .bind("expires", card.expires().toString())
                .bind("now", now.toEpochMilli())
                .bind("login", login)
                .execute();
    }

    static Optional<Card> find(Handle handle, CardSerial serial) {
        return handle.createQuery(CARDS + "WHERE c.street = 1 AND c.serial = :serial")
                .bind("serial", serial.value())
                .map(CardStore::card)
                .findOne();
    }

    /// Newest first.
    static List<Card> ofMember(Handle handle, MemberId member) {
        return handle.createQuery(CARDS + "WHERE c.street = 1 AND c.member = :member ORDER BY c.serial DESC")
                .bind("member", member.value())
                .map(CardStore::card)
                .list();
    }

    /// Cards of the members who belong to a branch now.
    static List<Card> ofBranch(Handle handle, OrganizationId branch) {
        return handle.createQuery(CARDS + "JOIN member m ON m.street = 1 AND m.id = c.member"
                        + " WHERE c.street = 1 AND m.branch = :branch ORDER BY c.serial DESC")
                .bind("branch", branch.value())
                .map(CardStore::card)
                .list();
    }

    static void revoke(Handle handle, CardSerial serial, Card.Revocation revocation) {
        handle.createUpdate("""
                        UPDATE code_card SET revoked_at = :at, revoked_by = :by, reason = :reason, note = :note,
                          revocation = :number
                        WHERE street = 1 AND serial = :serial""")
                .bind("at", revocation.at().toEpochMilli())
                .bind("by", revocation.by())
                .bind("reason", revocation.reason().name())
                .bind("note", revocation.note())
                .bind("number", revocation.number())
                .bind("serial", serial.value())
                .execute();
    }

    /// Marks revoked cards whose last day is before `day` as lifted, and returns them.
    static List<CardSerial> lift(Handle handle, LocalDate day, Instant now) {
        return handle.createQuery("""
                        UPDATE code_card SET lifted_at = :now
                        WHERE street = 1 AND revoked_at IS NOT NULL AND lifted_at IS NULL AND (expires_on < :day
                          OR signing_key IN (SELECT id FROM code_key WHERE street = 1 AND retired_after < :day))
                        RETURNING serial""")
                .bind("now", now.toEpochMilli())
                .bind("day", day.toString())
                .mapTo(Long.class)
                .map(CardSerial::new)
                .list();
    }

    private static Card card(ResultSet row, StatementContext ignored) throws SQLException {
        return new Card(
                new CardSerial(row.getLong("serial")),
                new MemberId(row.getString("member")),
                new StreetKeyId(row.getInt("signing_key")),
                LocalDate.parse(row.getString("issued_on")),
                LocalDate.parse(row.getString("expires_on")),
                Optional.ofNullable(row.getString("retired_after")).map(LocalDate::parse),
                revocation(row));
    }

    private static Optional<Card.Revocation> revocation(ResultSet row) throws SQLException {
        if (row.getObject("revoked_at") == null) {
            return Optional.empty();
        }
        return Optional.of(new Card.Revocation(
                Instant.ofEpochMilli(row.getLong("revoked_at")),
                row.getString("revoked_by"),
                RevocationReason.valueOf(row.getString("reason")),
                row.getString("note"),
                row.getLong("revocation"),
                row.getObject("lifted_at") != null));
    }
}
