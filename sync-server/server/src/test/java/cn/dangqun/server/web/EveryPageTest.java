package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.QueueFact;
import cn.dangqun.domain.queue.ServiceId;
import cn.dangqun.domain.queue.TicketId;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;

/// Every page of the demonstration's street in one walk of a real browser: nothing that axe-core objects to, nothing
/// wider than a small screen, nothing wider than a sheet of A4. A role opens what no role before it saw of a page.
@Tag("real-time")
class EveryPageTest {
    private static final Path SHOTS = Path.of("target/console");
    private static final Dimension SMALL = new Dimension(1366, 768);
    /// Of A4 at 96 points an inch: 182 mm between margins, the whole, and 273 mm on its side.
    private static final int STANDING = 688;

    private static final int WITHOUT_MARGINS = 794;
    private static final int LYING = 1031;
    private static final Pattern SEEN = Pattern.compile(" (?:id|action|class|name)=\"([^\"]*)\"");

    /// What the walk is told of each page, one line for each fault.
    private static final String JUDGE = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(
                found => done(found.violations.flatMap(each => each.nodes.slice(0, 3).map(node =>
                    each.id + ': ' + node.html.slice(0, 160) + (each.id === 'color-contrast' ? node.any[0].message : '')))
                        .join('\\n')),
                error => done('axe: ' + error));
            """;

    /// The page, and whatever sticks out of it or out of what holds it.
    private static final String WIDER = """
            const limit = document.documentElement.clientWidth;
            const faults = [];
            const fields = ['INPUT', 'SELECT', 'TEXTAREA'];
            if (document.documentElement.scrollWidth > limit) {
                faults.push('page ' + document.documentElement.scrollWidth + ' > ' + limit);
            }
            for (const each of (faults.length || %s) ? document.querySelectorAll('body *') : []) {
                const box = each.getBoundingClientRect();
                const style = getComputedStyle(each);
                const sticks = box.width > 0 && box.right > limit + 1;
                const cut = each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1
                        && style.overflowX !== 'visible' && !fields.includes(each.tagName);
                if (sticks || cut) {
                    faults.push(each.tagName + '.' + each.className + (cut ? ' is cut' : ' ends at ' + Math.round(box.right))
                        + ': ' + each.textContent.replaceAll(/\\s+/g, ' ').slice(0, 40));
                }
            }
            return faults.slice(0, 3).join('\\n');
            """;

    private ConsoleUnderTest console;
    private RouteExamples examples;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        examples = new RouteExamples(console);
        live(console.kiosk(1));
        console.kiosk(2);
    }

    /// A morning: people came, two took numbers, and something is left for a reviewer.
    private void live(KioskId kiosk) {
        console.heartbeat(kiosk);
        var activity = console.open().getFirst();
        console.roll(activity.organization()).stream()
                .limit(9)
                .forEach(each -> console.fact(
                        kiosk,
                        new AttendanceFact.CheckedIn(
                                activity.id(), each.id(), AttendanceRole.MEMBER, CheckInMethod.ID_CARD, false)));
        console.fact(kiosk, new AttendanceFact.GuestCheckedIn(activity.id(), GuestKind.RESIDENT, Optional.empty()));
        console.fact(
                kiosk, new AttendanceFact.CheckInVoided(activity.id(), 99, AttendanceFact.VoidReason.STAFF_CORRECTION));
        for (var number : List.of("A001", "A002")) {
            console.fact(
                    kiosk,
                    new QueueFact.TicketTaken(
                            new TicketId("%016x".formatted(number.hashCode())),
                            TicketNumber.parse(number),
                            new ServiceId("convenience"),
                            activity.heldOn(),
                            false));
        }
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void everyPageIsOpenToEverybodyAndFitsScreenAndPaper(@TempDir Path profile) throws IOException {
        Files.createDirectories(SHOTS);
        var addresses = addresses();
        var faults = new ArrayList<String>();
        var seen = new LinkedHashMap<String, Set<String>>();
        int opened = 0;
        try (var browser = TestBrowser.start(profile)) {
            browser.size(SMALL);
            browser.everywhere(axe());
            for (var role : roles()) {
                var login = "walk-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
                console.account(login, role, Scope.wholeStreet());
                var visitor = console.visitor();
                visitor.signIn(login, ConsoleUnderTest.PASSWORD);
                browser.forget();
                browser.visit(console.address.resolve("/login"));
                browser.type("#login", login);
                browser.type("#password", ConsoleUnderTest.PASSWORD);
                browser.leaveBy("#sign-in");
                for (var address : addresses.entrySet()) {
                    if (isNew(
                            visitor,
                            address.getValue(),
                            seen.computeIfAbsent(address.getKey(), fresh -> new HashSet<>()))) {
                        opened++;
                        judge(browser, role + " " + address.getKey(), address.getValue(), faults);
                    }
                }
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(opened > 80, "only " + opened + " pages were opened");
    }

    /// Who sees most goes first.
    private static List<Role> roles() {
        var first = List.of(Role.STREET_REVIEWER, Role.STREET_ADMIN);
        return Stream.concat(first.stream(), Stream.of(Role.values()).filter(each -> !first.contains(each)))
                .toList();
    }

    /// One for each page that is a page: what is saved as a file has no looks.
    private Map<String, String> addresses() {
        var addresses = new LinkedHashMap<String, String>();
        // what forms change is there, too
        console.console().routes().stream()
                .filter(route -> route.kind() == Route.Kind.ACTION)
                .forEach(route -> examples.of(route, "c1"));
        for (var route : console.console().routes()) {
            if (route.kind() == Route.Kind.PAGE) {
                addresses.put(route.path(), examples.of(route, "c1").path());
            }
        }
        addresses.put("/queue", "/queue?site=site-1");
        return addresses;
    }

    private static boolean isNew(Visitor visitor, String path, Set<String> seen) {
        var answer = visitor.get(path);
        if (answer.statusCode() != 200
                || !answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
            return false;
        }
        var parts = new TreeSet<String>();
        SEEN.matcher(answer.body())
                .results()
                .forEach(each -> parts.add(each.group(1).replaceAll("[0-9A-F-]{2,}", "")));
        return seen.addAll(parts);
    }

    private void judge(TestBrowser browser, String who, String path, List<String> faults) {
        browser.visit(console.address.resolve(path));
        picture(browser, who);
        note(faults, who, "screen", String.valueOf(browser.answers(WIDER.formatted("false"))));
        note(faults, who, "axe", String.valueOf(browser.awaits(JUDGE)));
        browser.paper(path.startsWith("/codes/sheets/") ? WITHOUT_MARGINS : browser.lies() ? LYING : STANDING);
        note(faults, who, "paper", String.valueOf(browser.answers(WIDER.formatted("true"))));
        browser.screen();
    }

    /// For people to look at, so only with `-Dproof.seeds`.
    private static void picture(TestBrowser browser, String who) {
        if (Integer.getInteger("proof.seeds", 0) > 0) {
            var name = "page-" + who.replaceAll("[^A-Za-z_]+", "-");
            browser.shot(SHOTS.resolve(name + ".png"), SMALL);
            browser.pdf(SHOTS.resolve(name + ".pdf"));
        }
    }

    private static void note(List<String> faults, String who, String what, String said) {
        said.lines().forEach(line -> faults.add(who + " " + what + " " + line));
    }

    private static String axe() throws IOException {
        try (var script = EveryPageTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
