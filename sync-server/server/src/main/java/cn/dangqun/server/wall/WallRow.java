package cn.dangqun.server.wall;

import cn.dangqun.domain.wall.Signature;
import cn.dangqun.domain.wall.Validity;
import cn.dangqun.domain.wall.WallClassification;
import cn.dangqun.domain.wall.WallDraft;
import cn.dangqun.domain.wall.WallLife;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallSource;
import cn.dangqun.domain.wall.WallText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// A row of `wall_version` in the words of the domain.
final class WallRow {
    private WallRow() {}

    static WallDraft draft(ResultSet row, List<WallPicture> pictures) throws SQLException {
        return new WallDraft(
                WallClassification.orInternal(row.getString("classification")),
                new WallText(row.getString("title"), row.getString("body")),
                source(row),
                new Validity(LocalDate.parse(row.getString("valid_from")), day(row, "valid_until")),
                pictures);
    }

    /// Of a row that is published.
    static WallPiece piece(ResultSet row, ZoneId zone, List<WallPicture> pictures) throws SQLException {
        var draft = draft(row, pictures);
        var at = Instant.ofEpochMilli(row.getLong("published_at"));
        return new WallPiece(
                new WallPieceId(row.getString("id")),
                new WallSlotId(row.getString("slot")),
                WallStore.place(WallReach.valueOf(row.getString("reach")), row.getString("place")),
                row.getInt("number"),
                draft.classification(),
                draft.text(),
                draft.source(),
                draft.validity(),
                LocalDate.ofInstant(at, zone),
                at,
                draft.pictures());
    }

    private static Optional<WallSource> source(ResultSet row) throws SQLException {
        var work = row.getString("source_work");
        return work == null
                ? Optional.empty()
                : Optional.of(new WallSource(work, row.getString("source_edition"), day(row, "proofread_on")));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(LocalDate::parse);
    }

    static Optional<Long> number(ResultSet row, String column) throws SQLException {
        var number = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    static WallLife life(ResultSet row) throws SQLException {
        var state = row.getString("state");
        return switch (state) {
            case "DRAFT" -> new WallLife.Draft();
            case "SUBMITTED" -> new WallLife.Submitted(signed(row, "submitted"));
            case "APPROVED" -> new WallLife.Approved(signed(row, "submitted"), signed(row, "approved"));
            case "PUBLISHED" ->
                new WallLife.Published(signed(row, "submitted"), signed(row, "approved"), signed(row, "published"));
            case "WITHDRAWN" ->
                new WallLife.Withdrawn(signed(row, "published"), signed(row, "withdrawn"), row.getString("reason"));
            default -> throw new IllegalStateException("a wall version is " + state);
        };
    }

    private static Signature signed(ResultSet row, String step) throws SQLException {
        return new Signature(row.getString(step + "_by"), Instant.ofEpochMilli(row.getLong(step + "_at")));
    }
}
