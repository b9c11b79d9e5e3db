package cn.dangqun.server.minutes;

import cn.dangqun.domain.activity.ActivityId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Versions of minutes and scanned pages; nothing is ever changed or deleted. Call it inside one transaction.
record MinutesStore(Handle handle) {

    /// The oldest first.
    List<Minutes.Version> versions(ActivityId activity) {
        return handle.createQuery("SELECT * FROM minutes WHERE street = 1 AND activity = ? ORDER BY version")
                .bind(0, activity.value())
                .map((row, ignored) -> new Minutes.Version(
                        row.getInt("version"),
                        new Minutes.Text(
                                row.getString("chair"),
                                row.getString("recorder"),
                                row.getString("topic"),
                                row.getString("points"),
                                Optional.ofNullable(row.getString("dissent")),
                                row.getString("resolutions")),
                        row.getString("saved_by"),
                        Instant.ofEpochMilli(row.getLong("saved_at"))))
                .list();
    }

    void add(ActivityId activity, Minutes.Version version) {
        var text = version.text();
        handle.execute(
                "INSERT INTO minutes (activity, version, chair, recorder, topic, points, dissent, resolutions,"
                        + " saved_by, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                activity.value(),
                version.number(),
                text.chair(),
                text.recorder(),
                text.topic(),
                text.points(),
                text.dissent().orElse(null),
                text.resolutions(),
                version.savedBy(),
                version.savedAt().toEpochMilli());
    }

    List<Minutes.Scan> scans(ActivityId activity) {
        return handle.createQuery("SELECT number, added_by, added_at FROM minutes_scan"
                        + " WHERE street = 1 AND activity = ? ORDER BY number")
                .bind(0, activity.value())
                .map((row, ignored) -> new Minutes.Scan(
                        row.getInt("number"), row.getString("added_by"), Instant.ofEpochMilli(row.getLong("added_at"))))
                .list();
    }

    void add(ActivityId activity, Minutes.Scan scan, byte[] picture) {
        handle.execute(
                "INSERT INTO minutes_scan (activity, number, picture, added_by, added_at) VALUES (?, ?, ?, ?, ?)",
                activity.value(),
                scan.number(),
                picture,
                scan.addedBy(),
                scan.addedAt().toEpochMilli());
    }

    Optional<byte[]> picture(ActivityId activity, int number) {
        return handle.createQuery("SELECT picture FROM minutes_scan WHERE street = 1 AND activity = ? AND number = ?")
                .bind(0, activity.value())
                .bind(1, number)
                .mapTo(byte[].class)
                .findOne();
    }
}
