package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.member.Member;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.db.Topic;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("real-time")
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

    /// In an order that goes by counts a row moves, and cannot be swapped where it stood.
    @Test
    void sendsThePageAnewWhenARowMoves() throws Exception {
        var kiosk = console.kiosk(1);
        var activity = console.open().stream()
                .filter(each -> each.organization().value().startsWith("c1-"))
                .toList()
                .getLast();
        var events = watch("/live/activities?order=present");
        assertFalse(firstRow(next(events).text()).equals(activity.id().value()));

        console.fact(
                kiosk,
                new AttendanceFact.CheckedIn(
                        activity.id(),
                        console.roll(activity.organization()).getFirst().id(),
                        AttendanceRole.MEMBER,
                        CheckInMethod.CARD,
                        false));

        var moved = next(events);
        assertEquals("whole", moved.name());
        assertEquals(activity.id().value(), firstRow(moved.text()));
    }

    private static String firstRow(String page) {
        var from = page.indexOf("data-activity=\"") + "data-activity=\"".length();
        return page.substring(from, page.indexOf('"', from));
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

    /// It hangs on an office's wall: it goes on for the working day, and opens nothing else.
    @Test
    void goesOnUnattendedAndKeepsNobodySignedIn() throws Exception {
        var events = watch("/live/kiosks");
        assertEquals("whole", next(events).name());
        console.clock.advance(Duration.ofMinutes(31));

        console.kiosk(2);
        assertEquals("whole", next(events).name());
        var another = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        assertEquals(200, another.get("/activities").statusCode());
        console.kiosk(3);
        assertEquals("whole", nextChange(events).name(), "nor does it end when somebody else signs in");
        assertEquals(303, visitor.get("/activities").statusCode());

        console.clock.advance(Duration.ofHours(12));
        console.kiosk(4);
        assertEquals("farewell", nextChange(events).name());
    }

    @Test
    void takesFullNamesFromAnUnattendedPage() throws Exception {
        var activity = console.open().getFirst();
        var events = watch(
                console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet()),
                "/live/activities/" + activity.id() + "?names=full");
        assertEquals("whole", next(events).name());
        console.clock.advance(Duration.ofMinutes(31));

        console.fact(
                console.kiosk(1),
                new AttendanceFact.CheckedIn(
                        activity.id(),
                        console.roll(activity.organization()).getFirst().id(),
                        AttendanceRole.MEMBER,
                        CheckInMethod.CARD,
                        false));

        var cover = next(events);
        assertEquals("whole", cover.name());
        assertTrue(cover.text().contains("全名已经收起") && !cover.text().contains("<table"), cover.text());
        assertEquals("farewell", next(events).name());
        assertEquals("UNATTENDED\n", next(events).text());
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

    @Test
    void recordsALookAtFullNames() throws Exception {
        var activity = console.open().getFirst();

        var whole = next(watch("/live/activities/" + activity.id() + "?names=full"));

        assertEquals("whole", whole.name());
        assertEquals(List.of(activity.id().value()), shown());
    }

    @Test
    void takesFullNamesOffTheScreenOfWhoLostTheRight() throws Exception {
        var activity = console.open().getFirst();
        var member = console.roll(activity.organization()).getFirst();
        var events = watch("/live/activities/" + activity.id() + "?names=full");
        assertTrue(next(events).text().contains(member.name().full()));

        change("role = 'AUDITOR'");
        checkIn(activity, member);

        assertEquals("whole", next(events).name(), "what was on the screen is covered");
        assertTrue(next(events).text().contains("权限或管理范围有变动"));
        assertEquals("NO_LONGER\n", next(events).text());
    }

    @Test
    void endsWhenTheViewersSubtreeIsAnother() throws Exception {
        var activity = console.open().getFirst();
        var events = watch("/live/activities/" + activity.id());
        assertEquals("whole", next(events).name());

        change("scope = '" + console.communities().getLast().id() + "'");
        checkIn(activity, console.roll(activity.organization()).getFirst());

        assertEquals("whole", next(events).name());
        assertEquals("farewell", next(events).name());
        assertEquals("NO_LONGER\n", next(events).text());
    }

    /// Nothing else happens: the loss itself wakes the page.
    @Test
    void takesThePageAwayAtOnceWhenTheRightIsLost() throws Exception {
        var events = watch("/live/kiosks");
        assertEquals("whole", next(events).name());
        long before = System.nanoTime();

        change("disabled = 1");

        assertEquals("farewell", next(events).name());
        assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 5, "before it would look by itself");
    }

    @Test
    void showsAListOfTheNewSubtreeOnly() throws Exception {
        var activity = console.open().getFirst();
        var elsewhere = console.communities().getLast();
        var events = watch("/live/activities");
        assertTrue(next(events).text().contains(activity.id().value()));

        change("scope = '" + elsewhere.id() + "'");
        checkIn(activity, console.roll(activity.organization()).getFirst());

        var whole = next(events);
        assertEquals("whole", whole.name());
        assertFalse(whole.text().contains(activity.id().value()));
    }

    @Test
    void endsWhenTheAccountIsDisabled() throws Exception {
        var activity = console.open().getFirst();
        var events = watch("/live/activities/" + activity.id());
        assertEquals("whole", next(events).name());

        change("disabled = 1");
        checkIn(activity, console.roll(activity.organization()).getFirst());

        assertEquals("farewell", next(events).name());
        assertEquals("SIGNED_OUT\n", next(events).text());
    }

    @Test
    void isLeftInPeaceByWhatItDoesNotShow() throws Exception {
        var shown = console.open().get(0);
        var other = console.open().get(1);
        var kiosk = console.kiosk(1);
        var events = watch("/live/activities/" + shown.id());
        assertEquals("whole", next(events).name());

        for (int i = 0; i < 20; i++) {
            console.heartbeat(kiosk);
            checkIn(other, console.roll(other.organization()).get(i % 2));
        }
        checkIn(shown, console.roll(shown.organization()).getFirst());

        assertEquals("sheet", next(events).name(), "one refresh, for what it shows");
    }

    @Test
    void wakesTheKiosksPageForAHeartbeat() throws Exception {
        var kiosk = console.kiosk(1);
        var events = watch("/live/kiosks");
        assertEquals("whole", next(events).name());

        console.heartbeat(kiosk);

        assertEquals("summary", next(events).name());
    }

    private void checkIn(Activity activity, Member member) {
        console.fact(
                console.kiosk(1),
                new AttendanceFact.CheckedIn(
                        activity.id(), member.id(), AttendanceRole.MEMBER, CheckInMethod.CARD, false));
    }

    /// As somebody who runs the accounts would.
    private void change(String what) {
        console.database.write((handle, changes) -> {
            changes.note(Topic.Street.ACCOUNTS);
            return handle.execute("UPDATE account SET " + what);
        });
    }

    private List<String> shown() {
        return console.database.read(
                handle -> handle.createQuery("SELECT subject FROM audit_entry WHERE action = 'FULL_NAMES_SHOWN'")
                        .mapTo(String.class)
                        .list());
    }

    /// A refresh that changed nothing is an event too, named `same`.
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
                if (line.startsWith(":")) {
                    events.add(new Event("same", ""));
                } else if (line.startsWith("event: ")) {
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

    /// Looks that found nothing new are passed over.
    private static Event nextChange(BlockingQueue<Event> events) throws InterruptedException {
        var event = next(events);
        while (event.name().equals("same")) {
            event = next(events);
        }
        return event;
    }

    private static Event next(BlockingQueue<Event> events) throws InterruptedException {
        var event = events.poll(10, TimeUnit.SECONDS);
        assertNotNull(event, "no event within ten seconds");
        return event;
    }
}
