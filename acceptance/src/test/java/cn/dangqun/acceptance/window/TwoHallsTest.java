package cn.dangqun.acceptance.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.acceptance.process.ChildProcess;
import cn.dangqun.acceptance.process.Ledgers;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.fact.RecordedFact;
import cn.dangqun.domain.queue.TicketAct;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Two kiosks of one centre, people who take numbers at both and two windows at each, while the cable between them is
/// pulled and put back; `-Dproof.cuts=50` does it fifty times. By the facts on both disks every number that somebody
/// got was called at one window, once, and served; the street counts each once.
@Tag("real-time")
@Tag("proof")
class TwoHallsTest {
    private static final List<Cable.Pulled> WAYS =
            List.of(Cable.Pulled.ONE_WAY, Cable.Pulled.OPENLY, Cable.Pulled.SILENTLY);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int CUTS = Integer.getInteger("proof.cuts", 3);
    private static final Pattern GIVEN = Pattern.compile("^given (\\S+) (\\S+) (\\d+)");
    private static final Pattern OF_THE_HOST = Pattern.compile("^given \\S+ 1");
    private static final Pattern ITS_OWN = Pattern.compile("^given \\S+ 2");
    private static final Pattern CUT = Pattern.compile("is cut: a queue of our own");
    private static final Pattern TOGETHER = Pattern.compile("One queue with hall-1");
    /// A second for the host, and the rest for a machine that builds other things meanwhile
    private static final long PATIENCE_MILLIS = 8_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void everyNumberIsCalledOnceHoweverOftenTheCableIsPulled() throws Exception {
        try (var halls = new TwoHalls(folder);
                var pool = Executors.newFixedThreadPool(4)) {
            var trust = WindowPageTest.trusting(halls.authority());
            var over = new AtomicBoolean();
            var windows = new ArrayList<CompletableFuture<Void>>();
            for (int window = 1; window <= 4; window++) {
                var at = window <= 2 ? halls.host : halls.guest;
                windows.add(CompletableFuture.runAsync(new HttpWindow(trust, at.address(), window, over::get), pool));
            }
            pull(halls);
            halls.enough();
            over.set(true);
            windows.forEach(CompletableFuture::join);
            var held = held(halls);
            counted(halls, judge(halls, held));
        }
    }

    private static void pull(TwoHalls halls) throws Exception {
        var guest = halls.guest.process();
        guest.await(TOGETHER, 0, SOON);
        for (int cut = 0; cut < CUTS; cut++) {
            int from = guest.lineCount();
            halls.cable.pull(WAYS.get(cut % WAYS.size()));
            guest.await(CUT, from, SOON);
            guest.await(ITS_OWN, from, SOON);
            from = guest.lineCount();
            halls.cable.putBack();
            guest.await(TOGETHER, from, SOON);
            guest.await(OF_THE_HOST, from, SOON);
        }
    }

    private static Map<String, String> held(TwoHalls halls) {
        var held = new HashMap<String, String>();
        var numbers = new HashSet<String>();
        long longest = 0;
        for (var line : both(halls)) {
            var given = GIVEN.matcher(line.text());
            if (given.find()) {
                held.put(given.group(1), given.group(2));
                assertTrue(numbers.add(given.group(2)), () -> given.group(2) + " for two");
                longest = Math.max(longest, Long.parseLong(given.group(3)));
            }
        }
        System.out.println("the longest that anybody waited for a number: " + longest + " ms");
        assertTrue(longest < PATIENCE_MILLIS);
        return held;
    }

    private static List<ChildProcess.Line> both(TwoHalls halls) {
        var lines = new ArrayList<>(halls.host.process().lines());
        lines.addAll(halls.guest.process().lines());
        return lines;
    }

    /// As soon as both have told the street everything.
    private static void counted(TwoHalls halls, int people) {
        long end = System.nanoTime() + SOON.toNanos();
        Map<String, Integer> counts = Map.of();
        while (!counts.equals(Map.of("SERVED", people)) && System.nanoTime() < end) {
            counts = halls.street
                    .database()
                    .read(handle -> handle.createQuery("SELECT state, count(*) AS numbers"
                                    + " FROM ticket WHERE street = 1 AND state <> 'LAPSED' GROUP BY state")
                            .reduceRows(new HashMap<String, Integer>(), (all, row) -> {
                                all.put(row.getColumn("state", String.class), row.getColumn("numbers", Integer.class));
                                return all;
                            }));
            LockSupport.parkNanos(100_000_000L);
        }
        assertEquals(Map.of("SERVED", people), counts);
    }

    /// How many were served in all. A number reserved for nobody may have been called in a cut, before the host could
    /// hear that it was: nobody came, and these windows end whomever they have.
    private static int judge(TwoHalls halls, Map<String, String> held) throws Exception {
        var facts = new ArrayList<>(Ledgers.ofKiosk(halls.host.ledger(), halls.host.id()));
        facts.addAll(Ledgers.ofKiosk(halls.guest.ledger(), halls.guest.id()));
        var calls = new HashMap<String, Integer>();
        var served = new HashMap<String, Integer>();
        var lapsed = new HashSet<String>();
        var taken = new HashSet<String>();
        for (RecordedFact recorded : facts) {
            switch (recorded.fact()) {
                case QueueFact.TicketTaken f -> taken.add(f.ticket().hex());
                case QueueFact.TicketHandled(var ticket, TicketAct.Call _, var _) ->
                    calls.merge(ticket.hex(), 1, Integer::sum);
                case QueueFact.TicketHandled(var ticket, TicketAct.Serve _, var _) ->
                    served.merge(ticket.hex(), 1, Integer::sum);
                case QueueFact.TicketHandled(var ticket, TicketAct.Lapse _, var _) -> lapsed.add(ticket.hex());
                default -> {}
            }
        }
        System.out.println(CUTS + " cuts, " + held.size() + " numbers, "
                + held.values().stream().filter(each -> each.startsWith("2")).count() + " of them the guest's own, "
                + lapsed.size() + " reserved for nobody and ended");
        for (var person : held.entrySet()) {
            assertEquals(1, calls.get(person.getKey()), () -> person.getValue() + " called");
            assertEquals(1, served.get(person.getKey()), () -> person.getValue() + " served");
        }
        taken.removeAll(held.keySet());
        taken.removeAll(lapsed);
        assertTrue(taken.size() <= CUTS, () -> taken + " are nobody's");
        return held.size() + taken.size();
    }
}
