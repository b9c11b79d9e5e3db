package cn.dangqun.server.roster;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.member.MemberCategory;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.Sex;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// SQL of what the street alone knows of its members: details, history, and whose number is
/// whose. What kiosks know too is the reference's.
public record RosterStore(Handle handle) {
    private static final int AT_ONCE = 500;

    public MemberDetail detail(MemberId member) {
        return handle.createQuery("SELECT * FROM member_detail WHERE street = 1 AND member = ?")
                .bind(0, member.value())
                .map((row, ignored) -> detail(row))
                .findOne()
                .orElse(MemberDetail.NONE);
    }

    /// Of everybody of whom something is noted.
    public Map<MemberId, MemberDetail> details() {
        var details = new HashMap<MemberId, MemberDetail>();
        handle.createQuery("SELECT * FROM member_detail WHERE street = 1")
                .map((row, ignored) -> Map.entry(new MemberId(row.getString("member")), detail(row)))
                .forEach(each -> details.put(each.getKey(), each.getValue()));
        return details;
    }

    /// Of these of whom something is noted.
    public Map<MemberId, MemberDetail> details(Collection<MemberId> members) {
        var details = new HashMap<MemberId, MemberDetail>();
        var asked = List.copyOf(members);
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            var some = asked.subList(from, Math.min(asked.size(), from + AT_ONCE));
            handle.createQuery("SELECT * FROM member_detail WHERE street = 1 AND member IN (<members>)")
                    .bindList("members", some.stream().map(MemberId::value).toList())
                    .map((row, ignored) -> Map.entry(new MemberId(row.getString("member")), detail(row)))
                    .forEach(each -> details.put(each.getKey(), each.getValue()));
        }
        return details;
    }

    /// Whose number makes which key.
    public Map<CardKey, MemberId> numbers() {
        var numbers = new HashMap<CardKey, MemberId>();
        handle.createQuery("SELECT card, member FROM member_identity WHERE street = 1")
                .map((row, ignored) ->
                        Map.entry(new CardKey(row.getString("card")), new MemberId(row.getString("member"))))
                .forEach(each -> numbers.put(each.getKey(), each.getValue()));
        return numbers;
    }

    static MemberDetail detail(ResultSet row) throws SQLException {
        return new MemberDetail(
                Optional.ofNullable(row.getString("sex")).map(Sex::valueOf),
                day(row, "born"),
                Optional.ofNullable(row.getString("ethnic_group")),
                Optional.ofNullable(row.getString("education")),
                Optional.ofNullable(row.getString("phone")),
                day(row, "joined"),
                day(row, "confirmed"),
                Optional.ofNullable(row.getString("post")),
                Arrays.stream(row.getString("categories").split(",", -1))
                        .filter(each -> !each.isEmpty())
                        .map(MemberCategory::valueOf)
                        .collect(Collectors.toUnmodifiableSet()),
                day(row, "verified_on"),
                Optional.ofNullable(row.getString("remark")));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(LocalDate::parse);
    }

    public void put(MemberId member, MemberDetail detail) {
        handle.execute("DELETE FROM member_detail WHERE street = 1 AND member = ?", member.value());
        handle.execute(
                "INSERT INTO member_detail (street, member, sex, born, ethnic_group, education, phone, joined,"
                        + " confirmed, post, categories, verified_on, remark)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                member.value(),
                detail.sex().map(Sex::name).orElse(null),
                text(detail.born()),
                detail.ethnicGroup().orElse(null),
                detail.education().orElse(null),
                detail.phone().orElse(null),
                text(detail.joined()),
                text(detail.confirmed()),
                detail.post().orElse(null),
                detail.categories().stream().sorted().map(MemberCategory::name).collect(Collectors.joining(",")),
                text(detail.verifiedOn()),
                detail.remark().orElse(null));
    }

    private static @Nullable String text(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse(null);
    }

    public void note(MemberId member, MemberChange change) {
        handle.execute(
                "INSERT INTO member_change (street, member, number, kind, effective_on, reason, words, login, at)"
                        + " SELECT 1, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?"
                        + " FROM member_change WHERE street = 1 AND member = ?",
                member.value(),
                change.kind().name(),
                text(change.effectiveOn()),
                change.reason(),
                change.words(),
                change.login(),
                change.at().toEpochMilli(),
                member.value());
    }

    /// The newest first.
    List<MemberChange> history(MemberId member) {
        return handle.createQuery("SELECT kind, effective_on, reason, words, login, at FROM member_change"
                        + " WHERE street = 1 AND member = ? ORDER BY number DESC")
                .bind(0, member.value())
                .map((row, ignored) -> new MemberChange(
                        MemberChange.Kind.valueOf(row.getString("kind")),
                        day(row, "effective_on"),
                        row.getString("reason"),
                        row.getString("words"),
                        row.getString("login"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    public Optional<MemberId> withNumber(CardKey key) {
        return handle.createQuery("SELECT member FROM member_identity WHERE street = 1 AND card = ?")
                .bind(0, key.hex())
                .mapTo(String.class)
                .map(MemberId::new)
                .findOne();
    }

    public Optional<CardKey> numberOf(MemberId member) {
        return handle.createQuery("SELECT card FROM member_identity WHERE street = 1 AND member = ?")
                .bind(0, member.value())
                .mapTo(String.class)
                .map(CardKey::new)
                .findOne();
    }

    public void putNumber(MemberId member, CardKey key) {
        handle.execute("DELETE FROM member_identity WHERE street = 1 AND member = ?", member.value());
        handle.execute(
                "INSERT INTO member_identity (street, card, member) VALUES (1, ?, ?)", key.hex(), member.value());
    }
}
