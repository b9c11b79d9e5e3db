package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceMark;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.Origin;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.server.ledger.CarriedFacts;
import cn.dangqun.server.ledger.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// SQL of what is recorded about people beside their check-ins: signatures, leave, reasons, corrections, heads.
record NoteStore(Handle handle) {
    /// Where the reason itself is not asked for.
    private static final String SOME_REASON = "-";

    static final Collector<Map.Entry<ActivityId, AttendanceMark>, ?, Map<ActivityId, List<AttendanceMark>>>
            BY_ACTIVITY = Collectors.groupingBy(
                    Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()));

    enum Kind {
        SIGNED,
        LEAVE,
        ABSENCE,
        /// Whatever stood before counts no longer
        CORRECTION
    }

    /// About whom, where and when something was recorded.
    record About(ActivityId activity, MemberId member, Place place, Instant notedAt) {}

    void add(About about, Kind kind) {
        add(about, kind, Optional.empty());
    }

    /// `strokes`: the signature itself, where it was given on a screen.
    void add(About about, Kind kind, Optional<SealedId> strokes) {
        handle.execute(
                "INSERT INTO attendance_note (street, chain, seq, activity, member, kind, noted_at, voided, strokes)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
                about.place().chain(),
                about.place().seq(),
                about.activity().value(),
                about.member().value(),
                kind.name(),
                about.notedAt().toEpochMilli(),
                kind != Kind.CORRECTION && isCorrected(about) ? 1 : 0,
                strokes.map(each -> HexFormat.of().parseHex(each.hex())).orElse(null));
    }

    /// Whether somebody took back what was recorded there: in the same ledger later in the chain, in another by the
    /// clock.
    boolean isCorrected(About about) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM attendance_note
                          WHERE street = 1 AND activity = :activity AND member = :member AND kind = 'CORRECTION'
                            AND ((chain = :chain AND seq > :seq) OR (chain <> :chain AND noted_at >= :at)))""")
                .bind("activity", about.activity().value())
                .bind("member", about.member().value())
                .bind("chain", about.place().chain())
                .bind("seq", about.place().seq())
                .bind("at", about.notedAt().toEpochMilli())
                .mapTo(Boolean.class)
                .one();
    }

    /// Takes back what stands before this correction. That somebody corrected something is never taken back: whichever
    /// of two arrives first.
    void correct(About correction) {
        withdraw("UPDATE attendance SET voided = 1 WHERE", "coalesce(noted_at, at)", correction);
        withdraw("UPDATE attendance_note SET voided = 1 WHERE kind <> 'CORRECTION' AND", "noted_at", correction);
    }

    private void withdraw(String update, String recorded, About correction) {
        handle.createUpdate(update + " street = 1 AND activity = :activity AND member = :member"
                        + " AND ((chain = :chain AND seq < :seq) OR (chain <> :chain AND " + recorded + " <= :at))")
                .bind("activity", correction.activity().value())
                .bind("member", correction.member().value())
                .bind("chain", correction.place().chain())
                .bind("seq", correction.place().seq())
                .bind("at", correction.notedAt().toEpochMilli())
                .execute();
    }

    /// What stands of everybody at the activity, but for what the chain `except` says.
    List<AttendanceMark> marks(ActivityId activity, OptionalLong except) {
        return handle.createQuery("SELECT member, kind, noted_at FROM attendance_note"
                        + " WHERE street = 1 AND activity = ? AND voided = 0 AND kind <> 'CORRECTION' AND chain <> ?")
                .bind(0, activity.value())
                .bind(1, except.orElse(0))
                .map((row, ignored) -> mark(row))
                .list();
    }

    /// What stands of everybody, by activity.
    Map<ActivityId, List<AttendanceMark>> marks(List<String> activities) {
        return handle
                .createQuery("SELECT activity, member, kind, noted_at FROM attendance_note WHERE street = 1"
                        + " AND activity IN (<activities>) AND voided = 0 AND kind <> 'CORRECTION'")
                .bindList("activities", activities)
                .map((row, ignored) -> Map.entry(new ActivityId(row.getString("activity")), mark(row)))
                .stream()
                .collect(BY_ACTIVITY);
    }

    List<AttendanceMark> marks(ActivityId activity, MemberId member) {
        return handle.createQuery("SELECT member, kind, noted_at FROM attendance_note WHERE street = 1 AND activity = ?"
                        + " AND member = ? AND voided = 0 AND kind <> 'CORRECTION'")
                .bind(0, activity.value())
                .bind(1, member.value())
                .map((row, ignored) -> mark(row))
                .list();
    }

    private static AttendanceMark mark(ResultSet row) throws SQLException {
        var member = new MemberId(row.getString("member"));
        return switch (Kind.valueOf(row.getString("kind"))) {
            case SIGNED -> new AttendanceMark.Signed(member, Instant.ofEpochMilli(row.getLong("noted_at")));
            case LEAVE -> new AttendanceMark.LeaveApproved(member, SOME_REASON);
            case ABSENCE -> new AttendanceMark.AbsenceExplained(member, SOME_REASON);
            case CORRECTION -> throw new IllegalStateException("a correction is no mark");
        };
    }

    void heads(Place place, ActivityId activity, GuestKind kind, int number, Instant at) {
        handle.execute(
                "INSERT INTO head_count (street, chain, seq, activity, kind, number, at) VALUES (1, ?, ?, ?, ?, ?, ?)",
                place.chain(),
                place.seq(),
                activity.value(),
                kind.name(),
                number,
                at.toEpochMilli());
    }

    /// The latest count of each kind.
    Map<GuestKind, Integer> heads(ActivityId activity) {
        var heads = new EnumMap<GuestKind, Integer>(GuestKind.class);
        handle.createQuery("SELECT h.kind, h.number FROM head_count h"
                        + " JOIN chain c ON c.street = 1 AND c.number = h.chain"
                        + " WHERE h.street = 1 AND h.activity = ? ORDER BY h.at, c.kiosk, c.epoch, h.seq")
                .bind(0, activity.value())
                .map((row, ignored) -> Map.entry(GuestKind.valueOf(row.getString("kind")), row.getInt("number")))
                .forEach(each -> heads.put(each.getKey(), each.getValue()));
        return heads;
    }

    private static final String GONE = """
            WITH gone AS (
              SELECT chain, seq FROM attendance
              WHERE street = 1 AND activity = :activity AND voided = 1
              UNION ALL
              SELECT chain, seq FROM attendance_note
              WHERE street = 1 AND activity = :activity AND voided = 1)
            """;

    /// Numbers of one chain's records about the activity that stand no longer, also of those that were carried into it
    /// from another one, where the first of them was taken back.
    List<Long> withdrawn(ActivityId activity, long chain) {
        var told = handle.createQuery(GONE + """
                        SELECT seq FROM gone WHERE chain = :chain
                        UNION ALL
                        SELECT f.seq FROM gone g
                        JOIN fact_carried h ON h.street = 1 AND h.chain = g.chain AND h.seq = g.seq
                        JOIN fact_carried f ON f.street = 1 AND f.chain = :chain AND f.origin_kiosk = h.origin_kiosk
                          AND f.origin_epoch = h.origin_epoch AND f.origin_seq = h.origin_seq
                          AND f.origin_hash = h.origin_hash
                        WHERE g.chain <> :chain""")
                .bind("activity", activity.value())
                .bind("chain", chain)
                .mapTo(Long.class);
        return Stream.concat(told.list().stream(), carriedFromWhatIsGone(activity, chain))
                .toList();
    }

    /// The hash tells two histories with the same numbers apart, and not every row keeps its own.
    private Stream<Long> carriedFromWhatIsGone(ActivityId activity, long chain) {
        record Carried(long seq, Place first, Origin origin) {}
        var ledgers = new CarriedFacts(handle);
        return handle
                .createQuery(GONE + """
                        SELECT f.seq, g.chain AS first_chain, g.seq AS first_seq, c.kiosk, c.epoch, f.origin_hash
                        FROM gone g
                        JOIN chain c ON c.street = 1 AND c.number = g.chain
                        JOIN fact_carried f ON f.street = 1 AND f.chain = :chain AND f.origin_kiosk = c.kiosk
                          AND f.origin_epoch = c.epoch AND f.origin_seq = g.seq""")
                .bind("activity", activity.value())
                .bind("chain", chain)
                .map((row, ignored) -> new Carried(
                        row.getLong("seq"),
                        new Place(row.getLong("first_chain"), row.getLong("first_seq")),
                        new Origin(
                                new FactId(
                                        new KioskId(row.getString("kiosk")),
                                        new Epoch(row.getString("epoch")),
                                        row.getLong("first_seq")),
                                HexFormat.of().formatHex(row.getBytes("origin_hash")))))
                .list()
                .stream()
                .filter(each -> ledgers.locate(each.origin())
                        .filter(each.first()::equals)
                        .isPresent())
                .map(Carried::seq);
    }

    void clear() {
        handle.execute("DELETE FROM attendance_note");
        handle.execute("DELETE FROM head_count");
    }

    /// As `mark` of a check-in that was recorded so.
    static AttendanceMark received(MemberId member, ResultSet row) throws SQLException {
        boolean toSign = row.getBoolean("to_sign");
        return Optional.ofNullable(row.getString("how"))
                        .filter("AFTERWARDS"::equals)
                        .isPresent()
                ? new AttendanceMark.MakeUpSigned(member, SOME_REASON, true, toSign)
                : new AttendanceMark.CheckedIn(
                        member, Instant.ofEpochMilli(row.getLong("at")), row.getBoolean("late"), toSign);
    }
}
