package cn.dangqun.acceptance.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.Ledgers;
import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.vault.Secrets;
import cn.dangqun.server.vault.Vault;
import cn.dangqun.store.PageCheck;
import cn.dangqun.store.SqliteFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
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
    private static final ReferenceItem SITE =
            new ReferenceItem.Site("site-1", "样例社区党群服务中心", new OrganizationId("street"));

    private static StreetServer open(Path directory) throws Exception {
        var settings = new ServerSettings(
                directory.resolve("street"),
                ZoneId.of("Asia/Shanghai"),
                new ServerSettings.Sync("127.0.0.1", 0, 1 << 20, 4),
                new ServerSettings.Console("127.0.0.1", 0),
                false);
        return StreetServer.open(settings, Clock.fixed(LedgerDay.NOW, ZoneOffset.UTC));
    }

    private static Secrets secrets(Path directory) throws Exception {
        return Vault.in(directory.resolve("street")).secrets();
    }
}
