package cn.dangqun.server.upkeep;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.server.content.ContentStore;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.upkeep.Doctor.Finding;
import cn.dangqun.store.PageCheck;
import cn.dangqun.store.SqliteFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/// The database, its copy, and whether the clock goes behind what stands in it.
record DatabaseChecks(StreetFile street, Texts texts, Times times) {
    /// One is made each day
    private static final Duration OLD = Duration.ofHours(49);

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final long MEBIBYTE = 1024 * 1024;
    /// What is written is moved from the log into the file all the time, unless somebody reads for hours.
    private static final long LONG_LOG = 256 * MEBIBYTE;

    private Path copied() {
        return street.data().resolve("copy").resolve("street-copy.db");
    }

    Finding pages() throws SQLException {
        var file = street.file();
        if (!file.exists()) {
            return new Finding(false, texts.get("upkeep.doctor.noDatabase", file.path()));
        }
        return switch (PageCheck.full(file, () -> true)) {
            case PageCheck.Damaged(var where) ->
                new Finding(false, texts.get("upkeep.doctor.damaged", String.join("、", where), copied()));
            case PageCheck.Sound(), PageCheck.Unfinished() -> ofSound();
        };
    }

    private Finding ofSound() {
        if (Database.isOfNewerProgram(street.file())) {
            return new Finding(false, texts.get("upkeep.doctor.newerDatabase"));
        }
        long log = street.data().resolve("street.db-wal").toFile().length();
        return log > LONG_LOG
                ? new Finding(false, texts.get("upkeep.doctor.longLog", log / MEBIBYTE))
                : new Finding(true, texts.get("upkeep.doctor.sound"));
    }

    /// Whether every picture of the wall is what its name says: no kiosk takes another.
    Finding pictures() {
        if (!street.file().exists()) {
            return new Finding(true, texts.get("upkeep.doctor.noPictures"));
        }
        return street.read(handle -> {
            var store = new ContentStore(handle);
            var all = store.all();
            long spoiled = all.stream()
                    .filter(each -> store.find(each.id())
                            .filter(bytes -> ContentId.of(bytes).equals(each.id()))
                            .isEmpty())
                    .count();
            long bytes = all.stream().mapToLong(ContentFile::bytes).sum();
            return spoiled > 0
                    ? new Finding(false, texts.get("upkeep.doctor.picturesSpoiled", spoiled))
                    : new Finding(true, texts.get("upkeep.doctor.picturesGood", all.size(), bytes / MEBIBYTE));
        });
    }

    Finding copy() throws SQLException {
        var file = new SqliteFile(copied());
        if (!file.exists()) {
            return street.facts() == 0
                    ? new Finding(true, texts.get("upkeep.doctor.noCopyYet"))
                    : new Finding(false, texts.get("upkeep.doctor.noCopy", copied()));
        }
        var made = Instant.ofEpochMilli(copied().toFile().lastModified());
        if (!(PageCheck.full(file, () -> true) instanceof PageCheck.Sound)) {
            return new Finding(false, texts.get("upkeep.doctor.copyDamaged", copied()));
        }
        return times.age(made).compareTo(OLD) > 0
                ? new Finding(false, texts.get("upkeep.doctor.copyOld", times.when(made)))
                : new Finding(true, texts.get("upkeep.doctor.copyGood", times.when(made)));
    }

    Finding clock() {
        var newest = Instant.ofEpochMilli(Math.max(
                street.number("SELECT max(at) FROM audit_entry WHERE street = 1"),
                street.number("SELECT max(last_contact_at) FROM kiosk WHERE street = 1")));
        return times.now().plus(TOLERANCE).isBefore(newest)
                ? new Finding(
                        false, texts.get("upkeep.doctor.clockBehind", times.when(times.now()), times.when(newest)))
                : new Finding(true, texts.get("upkeep.doctor.clockGood", times.when(times.now())));
    }
}
