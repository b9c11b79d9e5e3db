package cn.dangqun.server.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.store.BrokenInvariantException;
import cn.dangqun.store.GroupCommit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DatabaseTest {
    private static final int BATCH = 4;
    private static final int QUEUED = 8;

    private final LinkedBlockingQueue<Throwable> broken = new LinkedBlockingQueue<>();

    @TempDir
    Path directory;

    @Test
    void keepsWhatWasWrittenAcrossAReopening() {
        try (var database = open()) {
            database.write((handle, changes) -> insert(handle, "k-1"));
        }
        try (var database = open()) {
            assertEquals(List.of("k-1"), kiosks(database));
        }
    }

    @Test
    void givesAnOlderStreetTheTablesThatWereNumberedBelowItsNewest() {
        try (var database = open()) {
            database.write((handle, changes) -> {
                List.of("code_sheet_card", "code_sheet", "code_card", "code_key")
                        .forEach(table -> handle.execute("DROP TABLE " + table));
                return handle.execute("DELETE FROM flyway_schema_history WHERE version IN ('5', '44')");
            });
        }

        try (var database = open()) {
            assertEquals(
                    0,
                    database.<Integer, RuntimeException>read(
                            handle -> handle.createQuery("SELECT count(*) FROM code_card")
                                    .mapTo(Integer.class)
                                    .one()));
        }
    }

    @Test
    void usesWriteAheadLogAndFullSynchronisationForTheWriter() {
        try (var database = open()) {
            assertEquals("wal", database.write((handle, changes) -> pragma(handle, "journal_mode")));
            assertEquals("2", database.write((handle, changes) -> pragma(handle, "synchronous")));
            assertEquals("1", database.write((handle, changes) -> pragma(handle, "foreign_keys")));
        }
    }

    @Test
    void letsNoReaderWrite() {
        try (var database = open()) {
            assertThrows(JdbiException.class, () -> database.read(handle -> insert(handle, "k-1")));
            assertEquals(List.of(), kiosks(database));
        }
    }

    private static long kiosksOf(Changes changes) {
        return changes.topics().stream().filter(Topic.Kiosk.class::isInstance).count();
    }

    @Test
    void commitsWhatWaitsTogetherAndCompletesItInOrder() throws Exception {
        try (var database = open()) {
            var gate = new CountDownLatch(1);
            var commits = Collections.synchronizedList(new ArrayList<Changes>());
            var completed = Collections.synchronizedList(new ArrayList<Integer>());
            database.writer().onCommit(commits::add);
            hold(database, gate);

            var last = CompletableFuture.completedFuture(0);
            for (int i = 1; i <= 6; i++) {
                int number = i;
                last = database.writer()
                        .offer((handle, changes) -> {
                            changes.kiosk(new KioskId("k-" + number));
                            return insert(handle, "k-" + number);
                        })
                        .orElseThrow()
                        .whenComplete((value, failure) -> completed.add(number));
            }
            gate.countDown();
            last.get(10, TimeUnit.SECONDS);
            database.write((handle, changes) -> 1);

            assertEquals(List.of(1, 2, 3, 4, 5, 6), completed);
            assertEquals(
                    List.of(4L, 2L),
                    commits.stream().map(DatabaseTest::kiosksOf).toList());
            assertEquals(6, kiosks(database).size());
        }
    }

    @Test
    void undoesOnlyTheWriteThatFails() throws Exception {
        try (var database = open()) {
            var gate = new CountDownLatch(1);
            hold(database, gate);
            var good = database.writer()
                    .offer((handle, changes) -> insert(handle, "k-1"))
                    .orElseThrow();
            var bad = database.writer()
                    .offer((handle, changes) -> {
                        insert(handle, "k-2");
                        return insert(handle, "k-1");
                    })
                    .orElseThrow();
            var alsoGood = database.writer()
                    .offer((handle, changes) -> insert(handle, "k-3"))
                    .orElseThrow();
            gate.countDown();

            alsoGood.get(10, TimeUnit.SECONDS);
            good.get(10, TimeUnit.SECONDS);
            var failure = assertThrows(CompletionException.class, bad::join);

            assertInstanceOf(JdbiException.class, failure.getCause());
            assertEquals(List.of("k-1", "k-3"), kiosks(database));
        }
    }

    @Test
    void tellsNothingOfWhatWasBoundToAFailingStatement() {
        try (var database = open()) {
            database.write((handle, changes) -> insert(handle, "secret-1"));

            var written = assertThrows(
                    CompletionException.class, () -> database.write((handle, changes) -> insert(handle, "secret-1")));
            var read = assertThrows(
                    JdbiException.class,
                    () -> database.read(
                            handle -> handle.execute("SELECT nothing FROM kiosk WHERE id = ?", "secret-1")));

            assertFalse(written.toString().contains("secret"), written::toString);
            assertFalse(read.toString().contains("secret"), read::toString);
        }
    }

    @Test
    void goesOnWhateverAListenerDoes() {
        try (var database = open()) {
            database.writer().onCommit(changes -> {
                throw new IllegalStateException("a broken listener");
            });

            database.write((handle, changes) -> {
                changes.reference();
                return insert(handle, "k-1");
            });
            database.write((handle, changes) -> insert(handle, "k-2"));

            assertEquals(List.of("k-1", "k-2"), kiosks(database));
        }
    }

    @Test
    void refusesWhatDoesNotFitTheQueue() {
        try (var database = open()) {
            var gate = new CountDownLatch(1);
            hold(database, gate);
            for (int i = 0; i < QUEUED; i++) {
                assertTrue(database.writer().offer((handle, changes) -> 1).isPresent());
            }

            assertTrue(database.writer().offer((handle, changes) -> 1).isEmpty());
            gate.countDown();
        }
    }

    @Test
    void finishesQueuedWritesWhenClosingAndRefusesLaterOnes() {
        var database = open();
        var gate = new CountDownLatch(1);
        hold(database, gate);
        var queued = database.writer()
                .offer((handle, changes) -> insert(handle, "k-1"))
                .orElseThrow();
        gate.countDown();
        database.close();

        assertEquals(1, queued.join());
        assertTrue(database.writer().offer((handle, changes) -> 1).isEmpty());
        assertThrows(RejectedExecutionException.class, () -> database.write((handle, changes) -> 1));
    }

    @Test
    void tellsListenersOnlyWhatWasCommitted() {
        try (var database = open()) {
            var told = Collections.synchronizedList(new ArrayList<Changes>());
            database.writer().onCommit(told::add);

            assertThrows(
                    CompletionException.class,
                    () -> database.write((handle, changes) -> {
                        changes.kiosk(new KioskId("k-1"));
                        throw new IllegalStateException("refused");
                    }));
            database.write((handle, changes) -> {
                changes.reference();
                return 1;
            });
            database.write((handle, changes) -> 1);

            assertEquals(List.of(new Changes(Set.of(Topic.Street.REFERENCE))), told);
        }
    }

    @Test
    void tellsEverybodyWhoWaitsThatNothingIsSavedWhenAWriteThrowsAnError() throws Exception {
        try (var database = open()) {
            var gate = new CountDownLatch(1);
            hold(database, gate);
            var neighbour = database.writer()
                    .offer((handle, changes) -> insert(handle, "k-1"))
                    .orElseThrow();
            var culprit = database.writer()
                    .offer((handle, changes) -> {
                        throw new StackOverflowError("made up");
                    })
                    .orElseThrow();
            var later = new ArrayList<CompletableFuture<Integer>>();
            for (int i = 2; i < QUEUED; i++) {
                later.add(database.writer().offer((handle, changes) -> 1).orElseThrow());
            }
            gate.countDown();

            assertInstanceOf(StackOverflowError.class, broken.poll(10, TimeUnit.SECONDS));
            assertTrue(neighbour.isCompletedExceptionally());
            assertTrue(culprit.isCompletedExceptionally());
            assertTrue(later.stream().allMatch(CompletableFuture::isCompletedExceptionally));
        }
        try (var database = open()) {
            assertEquals(List.of(), kiosks(database));
        }
    }

    @Test
    void endsWhenAWriteFindsThatWhatIsStoredCannotBe() throws Exception {
        try (var database = open()) {
            var gate = new CountDownLatch(1);
            hold(database, gate);
            var found = database.writer()
                    .offer((handle, changes) -> {
                        throw new BrokenInvariantException("made up");
                    })
                    .orElseThrow();
            gate.countDown();

            assertInstanceOf(BrokenInvariantException.class, broken.poll(10, TimeUnit.SECONDS));
            assertTrue(found.isCompletedExceptionally());
            assertTrue(database.writer().offer((handle, changes) -> 1).isEmpty(), "nothing goes on half dead");
        }
    }

    @Test
    void endsWhenAListenerThrowsAnErrorButSaysThatItsCommitIsDurable() throws Exception {
        try (var database = open()) {
            database.writer().onCommit(changes -> {
                throw new StackOverflowError("made up");
            });

            database.write((handle, changes) -> {
                changes.reference();
                return insert(handle, "k-1");
            });

            assertInstanceOf(StackOverflowError.class, broken.poll(10, TimeUnit.SECONDS));
            assertEquals(List.of("k-1"), kiosks(database));
        }
    }

    private Database open() {
        return Database.open(
                directory.resolve("street.db"), new GroupCommit.Limits(BATCH, QUEUED), (_, cause) -> broken.add(cause));
    }

    /// Occupies the writer until the gate opens; returns when it is occupied.
    private static void hold(Database database, CountDownLatch gate) {
        var held = new CountDownLatch(1);
        database.writer().offer((handle, changes) -> {
            held.countDown();
            return await(gate);
        });
        await(held);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int insert(Handle handle, String kiosk) {
        return handle.execute("INSERT INTO kiosk (id, name, site, created_at) VALUES (?, 'n', 's', 0)", kiosk);
    }

    private static List<String> kiosks(Database database) {
        return database.read(handle -> handle.createQuery("SELECT id FROM kiosk ORDER BY id")
                .mapTo(String.class)
                .list());
    }

    private static String pragma(Handle handle, String name) {
        return handle.createQuery("PRAGMA " + name).mapTo(String.class).one();
    }
}
