package cn.dangqun.acceptance.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.Ledgers;
import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.backup.BackupDesk;
import cn.dangqun.server.backup.Passphrase;
import cn.dangqun.server.backup.RestoreDesk;
import cn.dangqun.server.vault.Secrets;
import cn.dangqun.server.vault.Vault;
import cn.dangqun.store.PageCheck;
import cn.dangqun.store.SqliteFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// The steps of the street's server.
enum StreetStep implements FileStep {
    FIRST_START {
        @Override
        public void prepare(Path directory) {
            // nothing lies there yet
        }

        @Override
        public void run(Path directory) throws Exception {
            open(directory).close();
        }

        @Override
        public void check(Path directory) throws Exception {
            try (var street = open(directory)) {
                assertEquals(64, street.ca().fingerprint().length());
                street.reference().publish(List.of(SITE));
            }
        }
    },

    CHECKED_COPY {
        @Override
        public void prepare(Path directory) throws Exception {
            try (var street = open(directory)) {
                street.reference().publish(List.of(SITE));
                assertTrue(street.copy());
            }
        }

        @Override
        public void run(Path directory) throws Exception {
            try (var street = open(directory)) {
                assertTrue(street.copy());
            }
        }

        @Override
        public void check(Path directory) throws Exception {
            var copy = directory.resolve("street").resolve("copy").resolve("street-copy.db");
            assertInstanceOf(PageCheck.Sound.class, PageCheck.full(new SqliteFile(copy), () -> true));
            assertEquals(1, Ledgers.number(copy, "SELECT count(*) FROM site"));
            run(directory);
        }
    },

    /// A second backup beside the first
    BACKUP {
        @Override
        public void prepare(Path directory) throws Exception {
            try (var street = open(directory)) {
                street.reference().publish(List.of(SITE));
            }
            Files.createDirectory(directory.resolve("disk"));
            backup(directory, LedgerDay.NOW);
        }

        @Override
        public void run(Path directory) throws Exception {
            backup(directory, LedgerDay.NOW.plus(Duration.ofDays(1)));
        }

        @Override
        public void check(Path directory) throws Exception {
            for (var each : backups(directory)) {
                var place = directory.resolve("from-" + each.getFileName());
                restore(place, each);
                assertEquals(1, Ledgers.number(place.resolve("street.db"), "SELECT count(*) FROM site"));
            }
            assertFalse(backups(directory).isEmpty());
            run(directory);
            assertEquals(2, backups(directory).size());
            try (var left = Files.list(directory.resolve("disk"))) {
                assertEquals(2, left.count());
            }
        }
    },

    RESTORE {
        @Override
        public void prepare(Path directory) throws Exception {
            BACKUP.prepare(directory);
            Files.move(directory.resolve("street"), directory.resolve("lost"));
        }

        @Override
        public void run(Path directory) throws Exception {
            restore(directory.resolve("street"), backups(directory).getFirst());
        }

        @Override
        public void check(Path directory) throws Exception {
            var street = directory.resolve("street");
            if (RestoreDesk.isUnfinished(street)) {
                assertThrows(IOException.class, () -> open(directory));
                run(directory);
            } else if (!Files.exists(street.resolve("street.db"))) {
                run(directory);
            }
            assertArrayEquals(
                    Files.readAllBytes(directory.resolve("lost").resolve("ca.pem")),
                    Files.readAllBytes(street.resolve("ca.pem")));
            assertEquals(1, Ledgers.number(street.resolve("street.db"), "SELECT count(*) FROM site"));
            open(directory).close();
        }
    },

    /// A key takes the place of another, whose file is destroyed
    OTHER_KEY {
        @Override
        public void prepare(Path directory) throws Exception {
            secrets(directory).keep("key-1", FORMER);
        }

        @Override
        public void run(Path directory) throws Exception {
            secrets(directory).keep("key-2", LATTER);
            secrets(directory).destroyOthers("key-", "key-2");
        }

        @Override
        public void check(Path directory) throws Exception {
            var found = secrets(directory);
            var latter = found.read("key-2");
            if (latter.isPresent()) {
                assertArrayEquals(LATTER, latter.get());
            } else {
                assertArrayEquals(FORMER, found.read("key-1").orElseThrow());
            }
            run(directory);
            assertEquals(List.of("key-2"), found.names("key-"));
        }
    };

    private static final byte[] FORMER = "former".repeat(50).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LATTER = "latter".repeat(50).getBytes(StandardCharsets.US_ASCII);
    private static final Passphrase PASSPHRASE = Passphrase.of("一句只有街道知道的恢复口令").orElseThrow();
    private static final ReferenceItem SITE =
            new ReferenceItem.Site("site-1", "样例社区党群服务中心", new OrganizationId("street"));

    private static StreetServer open(Path directory) throws Exception {
        return StreetServer.open(settings(directory), Clock.fixed(LedgerDay.NOW, ZoneOffset.UTC));
    }

    private static ServerSettings settings(Path directory) {
        return new ServerSettings(
                directory.resolve("street"),
                ZoneId.of("Asia/Shanghai"),
                new ServerSettings.Sync("127.0.0.1", 0, 1 << 20, 4),
                new ServerSettings.Console("127.0.0.1", 0),
                false);
    }

    private static void backup(Path directory, Instant at) throws Exception {
        new BackupDesk(settings(directory), Clock.fixed(at, ZoneOffset.UTC))
                .make(directory.resolve("disk"), PASSPHRASE);
    }

    private static List<Path> backups(Path directory) throws IOException {
        try (var all = Files.list(directory.resolve("disk"))) {
            return all.filter(each -> each.toString().endsWith(".dqb")).sorted().toList();
        }
    }

    private static void restore(Path data, Path backup) throws Exception {
        new RestoreDesk(data, Clock.fixed(LedgerDay.NOW, ZoneOffset.UTC)).restore(backup, PASSPHRASE);
    }

    private static Secrets secrets(Path directory) throws Exception {
        return Vault.in(directory.resolve("street")).secrets();
    }
}
