package cn.dangqun.acceptance.carry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.ChildProcess;
import cn.dangqun.acceptance.process.CrowdedStreet;
import cn.dangqun.domain.fact.KioskId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// SIGKILL at any moment of a carry-over, after an old image was restored and after the ledger was damaged: whoever saw
/// success counts at the street, once.
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Tag("real-time")
@Tag("proof")
class CarryOverKilledTest {
    private static final KioskId KIOSK = new KioskId("kiosk-1");
    private static final int ROUNDS = Integer.getInteger("carry.rounds", 1);
    private static final int KILLS_A_ROUND = 4;
    /// Kills come shortly after one of these, which a kiosk says around a carry-over.
    private static final List<String> MOMENTS = List.of(
            "^" + TappingKiosk.OPENED + "$",
            "is set aside as",
            "refuses: EPOCH_CLOSED",
            "goes on as",
            "facts go on in this ledger",
            "^" + TappingKiosk.SENT + "$");

    private static final int LONGEST_AFTER_MILLIS = 60;
    private static final String SENT_OR_REFUSED = "^" + TappingKiosk.SENT + "$|refuses: CHAIN_FORKED";
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final Random random = new Random(71);
    private final Set<Integer> shown = new HashSet<>();
    private Path online;
    private Path offline;
    private int nextMember = 1;
    private int nextGuest = OpenStreet.MEMBERS + 1;
    private int kills;

    @Test
    void countsEverybodyOnceThroughDozensOfKills() throws Exception {
        var done = new AtomicBoolean();
        try (var street = new OpenStreet(folder)) {
            offline = street.kiosk(folder.resolve("kiosk"), KIOSK, false);
            online = street.kiosk(folder.resolve("kiosk"), KIOSK, true);
            run(online, 60, true);
            RestoredDiskTest.copy(data(), folder.resolve("image"));
            var administrator = Thread.ofPlatform().start(() -> {
                while (!done.get()) {
                    street.decide(KIOSK);
                }
            });
            for (int round = 0; round < ROUNDS; round++) {
                if (round % 2 == 0) {
                    RestoredDiskTest.restore(folder.resolve("image"), data());
                    run(offline, 8, false);
                } else {
                    run(offline, 8, false);
                    damage(data().resolve("ledger.db-wal"));
                }
                for (int kill = 0; kill < KILLS_A_ROUND; kill++) {
                    runUntil(MOMENTS.get(random.nextInt(MOMENTS.size())), random.nextInt(LONGEST_AFTER_MILLIS));
                }
                run(online, 0, true);
            }
            done.set(true);
            administrator.join();
            verify(street);
            street.rebuild();
            verify(street);
            var begun = street.strings("SELECT successor FROM epoch_decision WHERE successor IS NOT NULL");
            var epochs = street.strings("SELECT epoch FROM chain");
            // when the image was first restored, the street had nothing beyond it yet
            assertTrue(begun.size() >= ROUNDS / 2 - 1, "a restored image needs a decision");
            assertTrue(epochs.size() >= ROUNDS, "every damaged ledger begins an epoch as well");
            System.out.println("killed " + kills + " times; " + shown.size() + " people had seen success");
        }
    }

    private Path data() {
        return folder.resolve("kiosk/kiosk");
    }

    /// The head of the log is gone: SQLite would drop everything in it.
    private static void damage(Path log) throws IOException {
        try (var file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[32]), 0);
        }
    }

    /// So many people tap; then the process is killed, and not before all is sent if `untilSent`.
    private void run(Path settings, int people, boolean untilSent) throws Exception {
        var tapping = tapping(people);
        try (var process = start(settings, tapping)) {
            process.await("^" + TappingKiosk.OPENED + "$", SOON);
            if (!tapping.isEmpty()) {
                process.await("^" + TappingKiosk.SHOWN + tapping.getLast() + "$", SOON);
            }
            boolean sent = !untilSent || isSent(process);
            kill(process);
            if (!sent) {
                run(settings, 0, true); // the decision came after the refusal: greet again
            }
        }
    }

    /// One person taps; the process is killed so long after it said this, or after it has nothing more to say.
    private void runUntil(String moment, int millis) throws Exception {
        try (var process = start(online, tapping(1))) {
            process.await(moment + "|" + SENT_OR_REFUSED, SOON);
            TimeUnit.MILLISECONDS.sleep(millis); // the moment of the kill is what this test draws by lot
            kill(process);
        }
    }

    private void kill(ChildProcess process) throws InterruptedException {
        process.kill();
        kills++;
        collect(process);
    }

    private ChildProcess start(Path settings, List<Integer> tapping) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-cp",
                System.getProperty("java.class.path"),
                TappingKiosk.class.getName(),
                settings.toString()));
        tapping.forEach(person -> command.add(Integer.toString(person)));
        return ChildProcess.start("kiosk", folder.resolve("kiosk.log"), Map.of(), command);
    }

    /// False when the street refuses the ledger and no person has decided yet.
    private static boolean isSent(ChildProcess process) throws InterruptedException {
        return process.await(SENT_OR_REFUSED, SOON).group().equals(TappingKiosk.SENT);
    }

    private List<Integer> tapping(int people) {
        var tapping = new ArrayList<Integer>();
        IntStream.range(0, people).forEach(i -> tapping.add(i % 4 == 3 ? nextGuest++ : nextMember++));
        return tapping;
    }

    private void collect(ChildProcess process) {
        for (var line : process.lines()) {
            if (line.text().startsWith(TappingKiosk.SHOWN)) {
                shown.add(Integer.parseInt(line.text().substring(TappingKiosk.SHOWN.length())));
            }
        }
    }

    private void verify(OpenStreet street) throws Exception {
        var members = new ArrayList<>(street.counted());
        var guests = new ArrayList<>(street.countedGuests());
        assertEquals(members.size(), new HashSet<>(members).size());
        assertEquals(members.size(), street.page().present(), "the page counts everybody once");
        assertEquals(guests.size(), new HashSet<>(guests).size());
        var missing = shown.stream()
                .filter(person -> person <= OpenStreet.MEMBERS
                        ? !members.contains(CrowdedStreet.member(person).value())
                        : !guests.contains(street.guest(person)))
                .toList();
        assertEquals(List.of(), missing, "shown, not counted");
        assertTrue(members.size() + guests.size() - shown.size() <= kills, "at most the tap in flight at each kill");
        assertTrue(kills > ROUNDS * KILLS_A_ROUND);
    }
}
