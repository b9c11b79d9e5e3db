package cn.dangqun.bench.sync;

import cn.dangqun.bench.page.ConsoleReader;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.accounts.AccountDesk;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A street with activities today, a kiosk that sends one fact at a time, and pages that are open. All in this
/// process.
final class WatchedStreet implements AutoCloseable {
    private static final int ACTIVITIES = 40;
    private static final int BEFORE = 1000;
    private static final String PASSWORD = "correct horse 42";

    private final BenchCity city;
    private final LeanKiosksMain kiosks;
    private final LeanKiosk kiosk;
    private final URI console;
    private final List<Watching> pages = new ArrayList<>();
    private Optional<Lookers> others = Optional.empty();
    private int sent;

    /// `facts`: at most so many are sent.
    WatchedStreet(int facts) throws Exception {
        city = BenchCity.withNamedConsole();
        var street = city.server();
        street.reference().publish(items(facts));
        kiosks = new LeanKiosksMain(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), city.port()),
                street.ca().certificate());
        var before = enrolled(street, 1, BEFORE, MadeUpFacts.TOGETHER);
        before.connect().join();
        before.go().join();
        kiosk = enrolled(street, 0, facts, 1);
        kiosk.connect().join();
        street.accounts()
                .add(
                        new AccountDesk.Newcomer("bench", "试验", Role.STREET_REVIEWER, Scope.wholeStreet()),
                        PASSWORD,
                        new Actor("bench", "127.0.0.1"));
        console = URI.create("https://localhost:" + street.openConsole().getPort());
    }

    private LeanKiosk enrolled(StreetServer street, int number, int facts, int together) throws Exception {
        var id = new KioskId("kiosk-" + number);
        var code = street.codes().create(id, "试验一体机", "site-1").text();
        return kiosks.enrolled(id, number, MadeUpFacts.pushes(id, number, facts, together), code);
    }

    /// Opens the page of today, signed in anew: one may watch only so much.
    Watching watch() throws Exception {
        var reader = ConsoleReader.signIn(console, "bench", PASSWORD, kiosks.trusting());
        var page = new Watching(reader.open("/live/activities"), BEFORE);
        pages.add(page);
        page.shown(sent);
        return page;
    }

    /// So many more who have the same page open.
    void letLook(int number) throws Exception {
        others = Optional.of(Lookers.open(
                number,
                console.resolve("/live/activities"),
                "bench",
                PASSWORD,
                city.server().ca().certificate(),
                city.folder()));
    }

    int sent() {
        return sent;
    }

    /// Sends the next fact; returns when, on this process's clock.
    long send() {
        sent++;
        long now = System.nanoTime();
        kiosk.step();
        return now;
    }

    void warm(int facts) throws InterruptedException {
        for (int each = 0; each < facts; each++) {
            send();
            pages.getFirst().shown(sent);
        }
    }

    private static List<ReferenceItem> items(int facts) {
        var items = new ArrayList<ReferenceItem>();
        items.add(organization("street", Optional.empty(), OrganizationLevel.STREET_COMMITTEE));
        items.add(organization("c-1", Optional.of("street"), OrganizationLevel.COMMITTEE));
        items.add(new ReferenceItem.Site("site-1", "试验中心", new OrganizationId("c-1")));
        IntStream.rangeClosed(0, Math.max(ACTIVITIES, facts / MadeUpFacts.PEOPLE))
                .mapToObj(number -> activity("act-0-" + number))
                .forEach(items::add);
        IntStream.range(0, BEFORE / MadeUpFacts.PEOPLE)
                .mapToObj(number -> activity("act-1-" + number))
                .forEach(items::add);
        return items;
    }

    private static ReferenceItem organization(String id, Optional<String> parent, OrganizationLevel level) {
        return new ReferenceItem.OrganizationItem(new Organization(
                new OrganizationId(id),
                parent.map(OrganizationId::new),
                level,
                OrganizationClass.COMMUNITY,
                "试验" + id));
    }

    private static ReferenceItem activity(String id) {
        var starts = Instant.now().minus(Duration.ofHours(1));
        var ends = starts.plus(Duration.ofHours(3));
        return new ReferenceItem.ActivityItem(new Activity(
                new ActivityId(id),
                ActivityType.THEME_DAY,
                new OrganizationId("c-1"),
                "主题党日",
                "党员活动室",
                LocalDate.now(BenchCity.ZONE),
                starts,
                ends,
                CheckInWindow.around(starts, ends)));
    }

    @Override
    public void close() throws IOException {
        pages.forEach(Watching::close);
        others.ifPresent(Lookers::close);
        kiosks.close();
        city.close();
    }
}
