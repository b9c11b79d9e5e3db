package cn.dangqun.server.backup;

import cn.dangqun.server.text.Texts;
import cn.dangqun.store.SealedFileException;
import java.util.List;

/// Why a backup cannot be made or restored, in words for the person who tried.
public final class RefusedBackupException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final transient List<Object> values;

    /// Each with its sentence.
    public enum Reason {
        NO_SETTING("backup.refused.noSetting"),
        NO_DATABASE("backup.refused.noDatabase"),
        NO_PLACE("backup.refused.noPlace"),
        NO_PASSPHRASE("backup.refused.noPassphrase"),
        SHORT_PASSPHRASE("backup.refused.shortPassphrase"),
        NEVER_STILL("backup.refused.neverStill"),
        DATABASE_DAMAGED("backup.refused.databaseDamaged"),
        NOT_READ_BACK("backup.refused.notReadBack"),
        NO_FILE("backup.refused.noFile"),
        NOT_EMPTY("backup.refused.notEmpty"),
        NOT_A_BACKUP("backup.refused.notABackup"),
        NEWER_PROGRAM("backup.refused.newerProgram"),
        WRONG_PASSPHRASE("backup.refused.wrongPassphrase"),
        HARMED("backup.refused.harmed"),
        CUT_SHORT("backup.refused.cutShort");

        private final String key;

        Reason(String key) {
            this.key = key;
        }
    }

    RefusedBackupException(Reason reason, Object... values) {
        super(reason + " " + List.of(values));
        this.reason = reason;
        this.values = List.of(values);
    }

    static RefusedBackupException because(SealedFileException fault, Object file) {
        return new RefusedBackupException(
                switch (fault.reason()) {
                    case NOT_SEALED -> Reason.NOT_A_BACKUP;
                    case NEWER_FORM -> Reason.NEWER_PROGRAM;
                    case HEADER_HARMED, HARMED -> Reason.HARMED;
                    case WRONG_PASSPHRASE -> Reason.WRONG_PASSPHRASE;
                    case CUT_SHORT -> Reason.CUT_SHORT;
                },
                file);
    }

    public Reason reason() {
        return reason;
    }

    public String words(Texts texts) {
        return texts.get(reason.key, values.toArray());
    }
}
