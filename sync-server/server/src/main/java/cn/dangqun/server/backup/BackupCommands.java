package cn.dangqun.server.backup;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.backup.RefusedBackupException.Reason;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;

/// `backup` and `restore` of the command line: what was done, or why not, in words. True when it was done.
public final class BackupCommands {
    private static final long KIBIBYTE = 1024;

    private final ServerSettings settings;
    private final Clock clock;
    private final PrintStream out;
    private final Texts texts = new Texts();

    public BackupCommands(ServerSettings settings, Clock clock, PrintStream out) {
        this.settings = settings;
        this.clock = clock;
        this.out = out;
    }

    /// Into `directory`, or where the settings say.
    public boolean backup(Optional<Path> directory) throws IOException, GeneralSecurityException {
        return said(() -> {
            var place = directory.or(() -> settings.backup().directory());
            if (place.isEmpty()) {
                throw new RefusedBackupException(Reason.NO_SETTING);
            }
            var made = new BackupDesk(settings, clock).make(place.get(), passphrase());
            out.println(texts.get(
                    "backup.done.made",
                    made.file(),
                    made.chains(),
                    made.facts(),
                    made.bytes() / KIBIBYTE,
                    made.gone()));
            if (new BackupPlace(place.get()).isOnTheDiskOf(settings.data())) {
                out.println(texts.get("backup.done.sameDisk", place.get()));
            }
        });
    }

    public boolean restore(Path file) throws IOException, GeneralSecurityException {
        return said(() -> {
            var restored = new RestoreDesk(settings.data(), clock).restore(file, passphrase());
            var times = new Times(clock, settings.zone(), texts);
            out.println(texts.get(
                    "backup.done.restored",
                    settings.data(),
                    times.when(restored.madeAt()),
                    restored.chains(),
                    restored.facts(),
                    restored.ca()));
        });
    }

    private Passphrase passphrase() throws IOException, RefusedBackupException {
        return PassphraseSource.of(
                        settings.backup(), Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY")), this::asked)
                .passphrase();
    }

    private Optional<String> asked() {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .flatMap(console -> Optional.ofNullable(console.readPassword("%s", texts.get("backup.passphrase.ask"))))
                .map(String::new);
    }

    private interface Work {
        void run() throws IOException, SQLException, GeneralSecurityException, RefusedBackupException;
    }

    private boolean said(Work work) throws IOException, GeneralSecurityException {
        try {
            work.run();
            return true;
        } catch (RefusedBackupException e) {
            out.println(e.words(texts));
            return false;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
