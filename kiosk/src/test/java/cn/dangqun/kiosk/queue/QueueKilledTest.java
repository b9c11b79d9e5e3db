package cn.dangqun.kiosk.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.queue.Ticket;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.SystemKioskClock;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.kiosk.shell.KioskCore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Reserve, print, confirm under SIGKILL (F-44): whatever step a kill falls into, no number stands on two papers, and
/// every number that anybody has seen is in the queue.
@Tag("real-time")
@Tag("proof")
class QueueKilledTest {
    private static final int KILLS = Integer.getInteger("proof.queue-kills", 5);

    @TempDir
    Path directory;

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void noNumberRepeatsOrIsLostThroughTenKills() throws Exception {
        var random = new Random(20_261_126);
        var said = new HashMap<String, List<String>>();

        for (int run = 1; run <= KILLS; run++) {
            for (var line : untilKilled(2 + random.nextInt(60))) {
                var words = line.split(" ", 2);
                said.computeIfAbsent(words[0], _ -> new ArrayList<>()).add(words[1]);
            }
        }

        var tickets = tickets();
        for (var what : List.of("taken", "paper", "confirmed")) {
            var numbers = said.get(what);
            assertEquals(numbers.stream().distinct().count(), numbers.size(), what + " twice");
            assertTrue(tickets.keySet().containsAll(numbers), what + " and lost");
        }
        said.get("confirmed")
                .forEach(number -> assertTrue(tickets.get(number).handover().isPresent(), number));
        long open = tickets.values().stream()
                .filter(ticket -> ticket.handover().isEmpty())
                .count();
        assertTrue(open <= KILLS, "only what a kill cut short stands unconfirmed");
        assertTrue(said.get("paper").size() > KILLS, "the counter must have got somewhere");
    }

    private List<String> untilKilled(int lines) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledCounter.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var said = new ArrayList<String>();
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.matches("(taken|paper|confirmed) A[0-9]{3}")) {
                    said.add(line);
                }
                if (said.size() == lines) {
                    process.toHandle().destroyForcibly(); // by handle: what it said before must stay readable
                }
            }
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
            assertEquals(137, process.exitValue(), "it must die by SIGKILL and by nothing else");
            return said;
        }
    }

    /// By number; also proves that the numbers have no gap.
    private Map<String, Ticket> tickets() throws Exception {
        var clock = Clock.systemUTC();
        try (var ledger =
                Ledger.open(directory.resolve("ledger.db"), new SystemKioskClock(clock), KioskCore.PROJECTIONS)) {
            ledger.adopt(KilledCounter.KIOSK).join();
            var queue = ledger.newReader()
                    .ask(db -> TicketProjection.queue(db, LocalDate.ofInstant(clock.instant(), MadeUpStreet.ZONE)));
            var byNumber = new HashMap<String, Ticket>();
            queue.tickets().forEach(ticket -> byNumber.put(ticket.number().text(), ticket));
            assertEquals(queue.tickets().size(), byNumber.size(), "a number twice");
            for (int ordinal = 1; ordinal <= byNumber.size(); ordinal++) {
                assertTrue(byNumber.containsKey("A%03d".formatted(ordinal)), "no gap at " + ordinal);
            }
            return byNumber;
        }
    }
}
