package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveStreamTest {
    private ConsoleUnderTest console;
    private Visitor visitor;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        visitor = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void startsWithEverythingAndThenSendsOnlyWhatChanged() throws Exception {
        var activity = console.open().getFirst();
        var member = console.roll(activity.organization()).getFirst();
        var kiosk = console.kiosk(1);
        var events = watch("/live/activities");
        assertEquals("whole", next(events).name());
        long before = System.nanoTime();

        console.fact(
                kiosk,
                new AttendanceFact.CheckedIn(
                        activity.id(), member.id(), AttendanceRole.MEMBER, CheckInMethod.CARD, false));

        assertEquals("summary", next(events).name());
        assertEquals("activity-" + activity.id(), next(events).name());
        assertTrue(Duration.ofNanos(System.nanoTime() - before).toMillis() < 1_000);
    }

    @Test
    void sendsNothingOfAnotherSubtree() throws Exception {
        var activity = console.open().getFirst();
        var elsewhere = console.communities().getLast();
        var secretary = console.visitor(Role.SITE_ADMIN, new Scope(Optional.of(elsewhere.id())));

        var whole = next(watch(secretary, "/live/activities"));

        assertFalse(whole.text().contains(activity.id().value()));
        assertEquals(404, secretary.get("/live/activities/" + activity.id()).statusCode());
    }

    @Test
    void saysSoWhenTheSessionEnds() throws Exception {
        var events = watch("/live/kiosks");
        assertEquals("whole", next(events).name());

        visitor.post("/activities", "/logout", Map.of());
        console.kiosk(2);

        assertEquals("farewell", next(events).name());
        assertEquals("SIGNED_OUT\n", next(events).text());
    }

    @Test
    void doesNotKeepAnUnattendedPageSignedIn() throws Exception {
        var events = watch("/live/kiosks");
        assertEquals("whole", next(events).name());
        console.clock.advance(Duration.ofMinutes(31));

        console.kiosk(2);

        assertEquals("farewell", next(events).name());
        assertEquals("SIGNED_OUT\n", next(events).text());
    }

    @Test
    void pausesTheOldestPageOfASessionThatWatchesTooMany() throws Exception {
        var oldest = watch("/live/kiosks");
        assertEquals("whole", next(oldest).name());
        for (int i = 0; i < 4; i++) {
            assertEquals("whole", next(watch("/live/kiosks")).name());
        }

        assertEquals("farewell", next(oldest).name());
        assertEquals("SUPERSEDED\n", next(oldest).text());
    }

    private record Event(String name, String text) {}

    private BlockingQueue<Event> watch(String path) {
        return watch(visitor, path);
    }

    private BlockingQueue<Event> watch(Visitor visitor, String path) {
        var events = new LinkedBlockingQueue<Event>();
        CompletableFuture<HttpResponse<Stream<String>>> answer =
                visitor.client.sendAsync(visitor.request(path).build(), HttpResponse.BodyHandlers.ofLines());
        Thread.ofVirtual().start(() -> {
            var name = "";
            var text = new StringBuilder();
            for (var line : (Iterable<String>) answer.join().body()::iterator) {
                if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data:")) {
                    text.append(line.substring(6)).append('\n');
                } else if (line.isEmpty() && !name.isEmpty()) {
                    events.add(new Event(name, text.toString()));
                    name = "";
                    text.setLength(0);
                }
            }
        });
        return events;
    }

    private static Event next(BlockingQueue<Event> events) throws InterruptedException {
        var event = events.poll(10, TimeUnit.SECONDS);
        assertNotNull(event, "no event within ten seconds");
        return event;
    }
}
