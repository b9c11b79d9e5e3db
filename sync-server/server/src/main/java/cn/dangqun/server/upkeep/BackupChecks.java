package cn.dangqun.server.upkeep;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.backup.BackupPlace;
import cn.dangqun.server.backup.PassphraseSource;
import cn.dangqun.server.backup.RefusedBackupException;
import cn.dangqun.server.ledger.BackedUp;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.upkeep.Doctor.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether there is a good backup of these days somewhere else, and whether the next can be made.
record BackupChecks(ServerSettings settings, StreetFile street, Texts texts, Times times) {
    /// One is made each day
    private static final Duration OLD = Duration.ofHours(49);

    Finding backups() throws IOException {
        var newest = street.read(handle -> new BackedUp(handle).newest());
        var directory = settings.backup().directory();
        if (directory.isEmpty() && newest.isEmpty()) {
            return street.facts() == 0
                    ? new Finding(true, texts.get("upkeep.doctor.noBackupYet"))
                    : wrong(texts.get("upkeep.doctor.noBackups"));
        }
        var place = new BackupPlace(
                directory.orElseGet(() -> Path.of(newest.orElseThrow().place())));
        var trouble = ofPlace(place).or(this::ofPassphrase);
        if (trouble.isPresent()) {
            return wrong(trouble.get());
        }
        return newest.isEmpty() ? wrong(texts.get("upkeep.doctor.neverBackedUp")) : of(newest.get());
    }

    private Optional<String> ofPlace(BackupPlace place) throws IOException {
        if (!place.isReachable()) {
            return Optional.of(texts.get("upkeep.doctor.backupUnreachable", place.directory()));
        }
        return place.isOnTheDiskOf(settings.data())
                ? Optional.of(texts.get("upkeep.doctor.backupSameDisk", place.directory()))
                : Optional.empty();
    }

    /// Where no file is named, somebody types it or systemd brings it.
    private Optional<String> ofPassphrase() {
        if (settings.backup().passphraseFile().isEmpty()) {
            return Optional.empty();
        }
        try {
            PassphraseSource.of(settings.backup(), Optional.empty(), Optional::empty)
                    .passphrase();
            return Optional.empty();
        } catch (RefusedBackupException e) {
            return Optional.of(e.words(texts));
        } catch (IOException e) {
            return Optional.of(texts.get("upkeep.doctor.unforeseen", e.toString()));
        }
    }

    private Finding of(BackedUp.Backup newest) throws IOException {
        var made = Instant.ofEpochMilli(newest.madeAt());
        if (times.age(made).compareTo(OLD) > 0) {
            return wrong(texts.get("upkeep.doctor.backupOld", times.when(made)));
        }
        return new BackupPlace(Path.of(newest.place())).has(newest.name(), newest.bytes())
                ? new Finding(true, texts.get("upkeep.doctor.backupGood", times.when(made), newest.place()))
                : wrong(texts.get("upkeep.doctor.backupGone", newest.name(), newest.place()));
    }

    private static Finding wrong(String words) {
        return new Finding(false, words);
    }
}
