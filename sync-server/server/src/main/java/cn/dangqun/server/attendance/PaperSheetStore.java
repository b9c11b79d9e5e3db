package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.server.ledger.Place;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// SQL of the pictures of paper lists (F-20, R-116).
record PaperSheetStore(Handle handle) {
    /// `staffName` is the number of who is no longer listed; `state`: whether it can be looked at.
    record Kept(SealedId picture, Instant at, String kioskName, String staffName, State state) {}

    enum State {
        /// The kiosk has not sent it yet
        ON_ITS_WAY,
        HERE,
        /// Its time is over
        FORGOTTEN
    }

    void add(Place place, RecordedFact recorded, AttendanceFact.PaperSheetKept fact) {
        handle.execute(
                "INSERT INTO paper_sheet (street, chain, seq, activity, picture, staff, at)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?)",
                place.chain(),
                place.seq(),
                fact.activity().value(),
                HexFormat.of().parseHex(fact.picture().hex()),
                fact.staff(),
                recorded.clock().instant().toEpochMilli());
    }

    /// In the order in which they were kept.
    List<Kept> of(ActivityId activity) {
        return handle.createQuery("""
                        SELECT p.picture, p.at, coalesce(k.name, c.kiosk) AS kiosk_name, coalesce(s.name, p.staff) AS staff_name,
                          CASE WHEN a.id IS NULL THEN 'ON_ITS_WAY' WHEN a.secret IS NULL THEN 'FORGOTTEN' ELSE 'HERE' END AS state
                        FROM paper_sheet p
                        JOIN chain c ON c.street = 1 AND c.number = p.chain
                        LEFT JOIN kiosk k ON k.street = 1 AND k.id = c.kiosk
                        LEFT JOIN staff s ON s.street = 1 AND s.id = p.staff
                        LEFT JOIN attachment a ON a.street = 1 AND a.id = p.picture
                        WHERE p.street = 1 AND p.activity = :activity ORDER BY p.at, c.kiosk, p.seq""")
                .bind("activity", activity.value())
                .map((row, ignored) -> new Kept(
                        new SealedId(HexFormat.of().formatHex(row.getBytes("picture"))),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("kiosk_name"),
                        row.getString("staff_name"),
                        State.valueOf(row.getString("state"))))
                .list();
    }

    /// Where the attachment of this name is.
    static AttendanceSheet.Attached attachment(Handle handle, byte[] id) {
        var state = handle.createQuery(
                        "SELECT CASE WHEN secret IS NULL THEN 'FORGOTTEN' ELSE 'HERE' END FROM attachment"
                                + " WHERE street = 1 AND id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .orElse("ON_ITS_WAY");
        return new AttendanceSheet.Attached(new SealedId(HexFormat.of().formatHex(id)), State.valueOf(state));
    }

    void clear() {
        handle.execute("DELETE FROM paper_sheet");
    }
}
