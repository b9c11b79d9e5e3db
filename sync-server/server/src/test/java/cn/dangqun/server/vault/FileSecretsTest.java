package cn.dangqun.server.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSecretsTest {
    @TempDir
    Path directory;

    private Secrets secrets;

    @BeforeEach
    void open() throws IOException {
        secrets = FileSecrets.in(directory.resolve("street"));
    }

    @Test
    void keepsASecretToItsOwner() throws IOException {
        secrets.keep("a.key", new byte[] {1, 2, 3});

        assertArrayEquals(new byte[] {1, 2, 3}, secrets.read("a.key").orElseThrow());
        assertEquals("rw-------", mode("street/a.key"));
        assertEquals("rwx------", mode("street"));
    }

    @Test
    void knowsNothingOfWhatWasNeverKept() throws IOException {
        assertTrue(secrets.read("a.key").isEmpty());
    }

    @Test
    void putsANewSecretInThePlaceOfTheOld() throws IOException {
        secrets.keep("a.key", new byte[] {1, 2, 3});
        secrets.keep("a.key", new byte[] {4});

        assertArrayEquals(new byte[] {4}, secrets.read("a.key").orElseThrow());
    }

    @Test
    void namesWhatIsWholeAndDestroysAlsoWhatIsNot() throws IOException {
        secrets.keep("key-1", new byte[] {1});
        secrets.keep("key-2", new byte[] {2});
        secrets.keep("other", new byte[] {3});
        Files.write(directory.resolve("street/key-3.new"), new byte[] {4});

        assertEquals(List.of("key-1", "key-2"), secrets.names("key-"));

        secrets.destroyOthers("key-", "key-2");
        assertEquals(List.of("key-2", "other"), left());
    }

    private List<String> left() throws IOException {
        try (var files = Files.list(directory.resolve("street"))) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private String mode(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file)));
    }
}
