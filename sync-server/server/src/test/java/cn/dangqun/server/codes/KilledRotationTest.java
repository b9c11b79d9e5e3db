package cn.dangqun.server.codes;

import static cn.dangqun.server.codes.StreetUnderTest.CLERK;
import static cn.dangqun.server.codes.StreetUnderTest.FIRST;
import static cn.dangqun.server.codes.StreetUnderTest.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.credential.code.MemberCodeVerdict.Genuine;
import cn.dangqun.domain.credential.code.StreetKeyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A process of its own makes or replaces the key and is halted between two steps, as by a power cut. Whatever
/// lasted, the next start and the next card come right.
@Tag("real-time")
@Tag("proof")
class KilledRotationTest {
    private static final int HALTED = 9;

    /// Where the process ends.
    enum KillPoint {
        /// a private key half written
        WHILE_WRITING,
        /// a private key nobody knows of
        BEFORE_PUBLISHING,
        /// the new key is published, the former private key still lies there
        BEFORE_DESTROYING,
        AFTER_DESTROYING
    }

    /// All with `-Dproof.seeds`, in the gate two by lot.
    static List<KillPoint> points() {
        var all = new ArrayList<>(List.of(KillPoint.values()));
        Collections.shuffle(all, new SecureRandom());
        return Integer.getInteger("proof.seeds", 0) > 0 ? all : all.subList(0, 2);
    }

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("points")
    void makesOrFindsTheFirstKeyAfterItsMakingWasCutShort(KillPoint point) throws Exception {
        try (var street = new StreetUnderTest(directory)) {
            street.withMembers();
        }

        haltAt(point, "first");

        try (var street = new StreetUnderTest(directory)) {
            street.keys.finish();
            assertWorks(street);
        }
    }

    @ParameterizedTest
    @MethodSource("points")
    void keepsOneWorkingKeyAfterARotationWasCutShort(KillPoint point) throws Exception {
        String before;
        StreetKeyId former;
        try (var street = new StreetUnderTest(directory).withMembers()) {
            before = street.text(street.issue(FIRST, TODAY.plusYears(2)));
            former = street.keys.with(CLERK, SigningKey::id);
        }

        haltAt(point, "rotate");

        try (var street = new StreetUnderTest(directory)) {
            street.keys.finish();
            var rotated = point.compareTo(KillPoint.BEFORE_PUBLISHING) > 0;
            assertEquals(rotated, !street.keys.with(CLERK, SigningKey::id).equals(former));
            assertInstanceOf(Genuine.class, street.kioskSays(before, TODAY), "cards that are out stay good");
            assertWorks(street);
            assertEquals(List.of(signingFile(street)), files(), "no other private key is left, not even a part");
        }
    }

    @Test
    void theKillPointsAreReached() throws Exception {
        try (var street = new StreetUnderTest(directory)) {
            street.withMembers();
        }

        haltAt(KillPoint.BEFORE_PUBLISHING, "first");

        try (var street = new StreetUnderTest(directory)) {
            assertEquals(0, street.count("SELECT count(*) FROM code_key"));
            assertEquals(1, files().size());
        }
    }

    private void assertWorks(StreetUnderTest street) throws IOException {
        var text = street.text(street.issue(FIRST, TODAY.plusYears(2)));

        assertInstanceOf(Genuine.class, street.kioskSays(text, TODAY));
        assertEquals(1, street.count("SELECT count(*) FROM code_key WHERE signs = 1"));
        assertTrue(files().contains(signingFile(street)));
    }

    private Path signingFile(StreetUnderTest street) {
        return directory.resolve("member-code-" + street.keys.with(CLERK, SigningKey::id) + ".pem");
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(each -> each.getFileName().toString().startsWith("member-code-"))
                    .toList();
        }
    }

    private void haltAt(KillPoint point, String deed) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Halted.class.getName(),
                        directory.toString(),
                        point.name(),
                        deed)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("halted.log").toFile())
                .start();

        assertEquals(HALTED, process.waitFor(), () -> read(directory.resolve("halted.log")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// The process that is halted.
    static final class Halted {
        private Halted() {}

        public static void main(String[] arguments) throws IOException {
            var directory = Path.of(arguments[0]);
            var point = KillPoint.valueOf(arguments[1]);
            if (point == KillPoint.WHILE_WRITING) {
                Files.writeString(directory.resolve("member-code-0badc0de.pem.new"), "-----BEGIN PRIVATE");
                Runtime.getRuntime().halt(HALTED);
            }
            try (var street = new StreetUnderTest(directory, new HaltingKeys(directory, point))) {
                if (arguments[2].equals("rotate")) {
                    street.keys.rotate(TODAY.plusDays(30), CLERK);
                } else {
                    street.keys.with(CLERK, SigningKey::id);
                }
            }
        }
    }

    private static final class HaltingKeys extends KeptKeys {
        private final KillPoint point;

        HaltingKeys(Path directory, KillPoint point) {
            super(StreetUnderTest.secrets(directory), new SecureRandom());
            this.point = point;
        }

        @Override
        SigningKey make() {
            var key = super.make();
            haltAt(KillPoint.BEFORE_PUBLISHING);
            return key;
        }

        @Override
        void destroyAllBut(StreetKeyId id) {
            haltAt(KillPoint.BEFORE_DESTROYING);
            super.destroyAllBut(id);
            haltAt(KillPoint.AFTER_DESTROYING);
        }

        private void haltAt(KillPoint here) {
            Optional.of(here)
                    .filter(point::equals)
                    .ifPresent(ignored -> Runtime.getRuntime().halt(HALTED));
        }
    }
}
