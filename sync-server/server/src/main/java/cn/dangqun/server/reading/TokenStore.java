package cn.dangqun.server.reading;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.vault.DataTokens;
import cn.dangqun.server.web.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Tokens and the days on which they were used. A district has some tens. Call it inside a transaction.
record TokenStore(Handle handle) {
    private static final String ID = "[0-9a-f]{16}";
    private static final String BEHIND_HEX = "g";

    /// `id` tells a token from others and opens nothing; `scopeName` is empty for the whole street.
    record Token(
            String id,
            String note,
            Scope scope,
            String scopeName,
            Set<Dataset> data,
            String givenBy,
            Instant givenAt,
            LocalDate lastDay,
            Optional<Instant> withdrawn,
            Optional<LocalDate> used) {
        Token {
            data = Set.copyOf(data);
        }

        boolean isGoodOn(LocalDate day) {
            return withdrawn.isEmpty() && !day.isAfter(lastDay);
        }
    }

    /// What somebody wants a token for.
    record Wish(String note, Scope scope, Set<Dataset> data, LocalDate lastDay) {
        Wish {
            data = Set.copyOf(data);
        }
    }

    private static final String TOKENS = """
            SELECT t.*, coalesce(o.name, t.scope, '') AS scope_name,
              (SELECT max(u.day) FROM data_use u WHERE u.street = 1 AND u.token = substr(t.token_hash, 1, 16)) AS used
            FROM data_token t LEFT JOIN organization o ON o.street = 1 AND o.id = t.scope
            WHERE t.street = 1""";

    static String id(String token) {
        return DataTokens.id(DataTokens.hash(token));
    }

    /// The newest first.
    List<Token> all() {
        return handle.createQuery(TOKENS + " ORDER BY t.given_at DESC, t.token_hash")
                .map((row, ignored) -> token(row))
                .list();
    }

    /// Whether or not it is still good.
    Optional<Token> find(String token) {
        return handle.createQuery(TOKENS + " AND t.token_hash = ?")
                .bind(0, DataTokens.hash(token))
                .map((row, ignored) -> token(row))
                .findOne();
    }

    void insert(String token, Wish wish, String by, Instant at) {
        handle.execute(
                "INSERT INTO data_token (token_hash, note, scope, data, given_by, given_at, last_day)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                DataTokens.hash(token),
                wish.note(),
                wish.scope().top().map(OrganizationId::value).orElse(null),
                Dataset.stored(wish.data()),
                by,
                at.toEpochMilli(),
                wish.lastDay().toString());
    }

    /// False when there is no such token, or it was withdrawn before.
    boolean withdraw(String id, Instant at) {
        return id.matches(ID)
                && handle.execute(
                                "UPDATE data_token SET withdrawn_at = ? WHERE street = 1 AND withdrawn_at IS NULL"
                                        + " AND token_hash >= ? AND token_hash < ?",
                                at.toEpochMilli(),
                                id,
                                id + BEHIND_HEX)
                        == 1;
    }

    boolean isUsed(String id, LocalDate day, String route) {
        return handle.createQuery(
                                "SELECT count(*) FROM data_use WHERE street = 1 AND token = ? AND day = ? AND route = ?")
                        .bind(0, id)
                        .bind(1, day.toString())
                        .bind(2, route)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /// False when it stood there before.
    boolean use(String id, LocalDate day, String route) {
        return handle.execute(
                        "INSERT INTO data_use (token, day, route) VALUES (?, ?, ?) ON CONFLICT (street, token, day, route) DO NOTHING",
                        id,
                        day.toString(),
                        route)
                == 1;
    }

    private static Token token(ResultSet row) throws SQLException {
        long withdrawn = row.getLong("withdrawn_at");
        return new Token(
                DataTokens.id(row.getString("token_hash")),
                row.getString("note"),
                new Scope(Optional.ofNullable(row.getString("scope")).map(OrganizationId::new)),
                row.getString("scope_name"),
                Dataset.read(row.getString("data")),
                row.getString("given_by"),
                Instant.ofEpochMilli(row.getLong("given_at")),
                LocalDate.parse(row.getString("last_day")),
                withdrawn == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(withdrawn)),
                Optional.ofNullable(row.getString("used")).map(LocalDate::parse));
    }
}
