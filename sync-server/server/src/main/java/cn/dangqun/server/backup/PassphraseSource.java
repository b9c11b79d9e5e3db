package cn.dangqun.server.backup;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.backup.RefusedBackupException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Where the recovery passphrase comes from: a credential of systemd, the file that the settings name, or the person at
/// the terminal. Never the command line, which every process of the machine can read.
public record PassphraseSource(Optional<Path> credentials, Optional<Path> file, Supplier<Optional<String>> terminal) {
    /// As a credential of the unit is called.
    static final String CREDENTIAL = "backup-passphrase";

    public static PassphraseSource of(
            ServerSettings.Backup settings,
            Optional<String> credentialsDirectory,
            Supplier<Optional<String>> terminal) {
        return new PassphraseSource(
                credentialsDirectory.map(each -> Path.of(each).resolve(CREDENTIAL)),
                settings.passphraseFile(),
                terminal);
    }

    /// @throws RefusedBackupException when there is none, or one that would be guessed
    public Passphrase passphrase() throws IOException, RefusedBackupException {
        var written = written();
        if (written.isEmpty()) {
            throw new RefusedBackupException(Reason.NO_PASSPHRASE);
        }
        var passphrase = Passphrase.of(written.get());
        if (passphrase.isEmpty()) {
            throw new RefusedBackupException(Reason.SHORT_PASSPHRASE, Passphrase.LEAST);
        }
        return passphrase.get();
    }

    private Optional<String> written() throws IOException {
        for (var each : Stream.of(credentials, file).flatMap(Optional::stream).toList()) {
            if (Files.isReadable(each)) {
                return Optional.of(Files.readString(each));
            }
        }
        return terminal.get();
    }
}
