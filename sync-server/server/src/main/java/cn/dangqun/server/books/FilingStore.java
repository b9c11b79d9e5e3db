package cn.dangqun.server.books;

import cn.dangqun.domain.fact.StreetFact.Filing;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.books.BookContent.Lack;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// SQL of closed books, and the copy that a closing keeps: digests of entries and what was lacking, no facts. Call it
/// inside one transaction.
record FilingStore(Handle handle) {
    private static final String BETWEEN_CELLS = "\u001f";
    private static final int AT_ONCE = 500;

    Optional<Filed> find(OrganizationId branch, int year) {
        return Optional.ofNullable(all(List.of(branch), year).get(branch));
    }

    /// Of these that were ever closed.
    Map<OrganizationId, Filed> all(Collection<OrganizationId> branches, int year) {
        var ids = branches.stream().map(OrganizationId::value).toList();
        var filed = new HashMap<OrganizationId, Filed>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            handle.createQuery(
                            "SELECT * FROM book_year WHERE street = 1 AND year = :year AND organization IN (<branches>)")
                    .bind("year", year)
                    .bindList("branches", ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))
                    .map((row, ignored) -> Map.entry(new OrganizationId(row.getString("organization")), filed(row)))
                    .forEach(each -> filed.put(each.getKey(), each.getValue()));
        }
        return filed;
    }

    private static Filed filed(ResultSet row) throws SQLException {
        return new Filed(
                Filing.valueOf(row.getString("filing")),
                row.getString("login"),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("at")),
                Instant.ofEpochMilli(row.getLong("closed_at")),
                row.getString("closed_by"),
                Optional.ofNullable(row.getObject("printed_at"))
                        .map(each -> Instant.ofEpochMilli(((Number) each).longValue())));
    }

    /// Keeps what stands in `books` as the copy of the closing at that moment; names in them are in full where they
    /// make a digest, and `lacks` is masked.
    void copy(OrganizationId branch, int year, Instant closedAt, List<BookContent> books, List<Lack> lacks) {
        long at = closedAt.toEpochMilli();
        if (books.stream().anyMatch(each -> each.entries() > 0)) {
            var lines = handle.prepareBatch("INSERT INTO book_line (street, year, organization, closed_at, book, line,"
                    + " digest) VALUES (1, :year, :branch, :at, :book, :line, :digest)");
            books.forEach(book -> digests(book)
                    .forEach((line, digest) -> lines.bind("year", year)
                            .bind("branch", branch.value())
                            .bind("at", at)
                            .bind("book", book.book().name())
                            .bind("line", line)
                            .bind("digest", digest)
                            .add()));
            lines.execute();
        }
        int number = 0;
        for (var lack : lacks) {
            handle.execute(
                    "INSERT INTO book_lack (street, year, organization, closed_at, number, book, about, words)"
                            + " VALUES (1, ?, ?, ?, ?, ?, ?, ?)",
                    year,
                    branch.value(),
                    at,
                    ++number,
                    lack.book().name(),
                    lack.about(),
                    lack.words());
        }
    }

    /// The digests of a closing, by entry.
    Map<String, String> digests(OrganizationId branch, int year, Filed filed, Book book) {
        var digests = new HashMap<String, String>();
        handle.createQuery("SELECT line, digest FROM book_line WHERE street = 1 AND year = ? AND organization = ?"
                        + " AND closed_at = ? AND book = ?")
                .bind(0, year)
                .bind(1, branch.value())
                .bind(2, filed.closedAt().toEpochMilli())
                .bind(3, book.name())
                .map((row, ignored) -> Map.entry(row.getString("line"), row.getString("digest")))
                .forEach(each -> digests.put(each.getKey(), each.getValue()));
        return digests;
    }

    /// How many things were lacking at a closing.
    int lacked(OrganizationId branch, int year, Filed filed, boolean fees) {
        return handle.createQuery("SELECT count(*) FROM book_lack WHERE street = 1 AND year = ? AND organization = ?"
                        + " AND closed_at = ?" + (fees ? "" : " AND book <> '" + Book.FEES + "'"))
                .bind(0, year)
                .bind(1, branch.value())
                .bind(2, filed.closedAt().toEpochMilli())
                .mapTo(Integer.class)
                .one();
    }

    /// Of each entry; its number in the book is none of it, since others move it.
    static Map<String, String> digests(BookContent book) {
        var digests = new HashMap<String, String>();
        book.own()
                .entries()
                .forEach(each -> digests.put(
                        each.key(),
                        digest(String.join(
                                BETWEEN_CELLS,
                                each.cells().subList(1, each.cells().size())))));
        return digests;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
