package cn.dangqun.server.wall;

import cn.dangqun.domain.wall.Signature;
import cn.dangqun.domain.wall.WallPieceId;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// 报送回执: that a notice was filed with the superior, when, to whom and by whom, in words.
record WallFiling(LocalDate on, String to, String by) {
    static final int LONGEST = 40;

    /// Empty when something is missing, too long, or a day that is still to come.
    static Optional<WallFiling> typed(Optional<LocalDate> on, String to, String by, LocalDate today) {
        return on.filter(day -> !day.isAfter(today))
                .filter(ignored -> isName(to) && isName(by))
                .map(day -> new WallFiling(day, to.strip(), by.strip()));
    }

    private static boolean isName(String text) {
        var name = text.strip();
        return !name.isEmpty()
                && name.codePointCount(0, name.length()) <= LONGEST
                && name.chars().noneMatch(Character::isISOControl);
    }

    static Optional<WallFiling> of(Handle handle, WallPieceId version) {
        return handle.createQuery(
                        "SELECT filed_on, filed_to, filed_by FROM wall_filing WHERE street = 1 AND version = ?")
                .bind(0, version.value())
                .map((row, context) -> new WallFiling(
                        LocalDate.parse(row.getString("filed_on")),
                        row.getString("filed_to"),
                        row.getString("filed_by")))
                .findOne();
    }

    void keep(Handle handle, WallPieceId version, Signature entered) {
        handle.createUpdate("INSERT INTO wall_filing (version, filed_on, filed_to, filed_by, login, at)"
                        + " VALUES (:version, :on, :to, :by, :login, :at)"
                        + " ON CONFLICT (street, version) DO UPDATE SET filed_on = excluded.filed_on,"
                        + " filed_to = excluded.filed_to, filed_by = excluded.filed_by, login = excluded.login,"
                        + " at = excluded.at")
                .bind("version", version.value())
                .bind("on", on.toString())
                .bind("to", to)
                .bind("by", by)
                .bind("login", entered.login())
                .bind("at", entered.at().toEpochMilli())
                .execute();
    }
}
