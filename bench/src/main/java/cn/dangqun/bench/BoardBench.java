package cn.dangqun.bench;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Report;
import cn.dangqun.bench.figure.Runs;
import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.member.RelationKind;
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
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long the page of a day's activities takes in a large street, and what browsers cost that watch it while nothing
/// happens.
public final class BoardBench {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int COMMUNITIES = 20;
    private static final int BRANCHES = 200;
    private static final int ROUNDS = 30;
    private static final int WATCHING = 20;
    private static final Duration WATCHED = Duration.ofSeconds(30);
    private static final String PASSWORD = "correct horse 42";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final PrintStream out = System.out;
    private final int members;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private URI address = URI.create("http://127.0.0.1");

    private BoardBench(int members) {
        this.members = members;
    }

    public static void main(String[] arguments) throws Exception {
        new BoardBench(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000).run();
    }

    private void run() throws Exception {
        var folder = Files.createTempDirectory("board");
        try (var street = open(folder);
                var report = new Report()) {
            street.reference().publish(items());
            kiosks(street);
            street.rolls().freezeStarted();
            var console = street.openConsole();
            address = URI.create("http://" + console.getHostString() + ":" + console.getPort());
            signIn(street.accounts());
            out.printf("%d members, %d branches, %d activities today%n", members, BRANCHES, BRANCHES + 2);
            for (var page : List.of("/activities", "/activities?community=c-3", "/activities/a-street")) {
                measure(page, report);
            }
            watch(report);
        } finally {
            delete(folder);
        }
    }

    private static StreetServer open(Path folder) throws Exception {
        var settings = new ServerSettings(
                folder,
                ZONE,
                new ServerSettings.Sync("127.0.0.1", 0, 1 << 20, 8),
                new ServerSettings.Console("127.0.0.1", 0),
                false);
        return StreetServer.open(settings, Clock.systemUTC());
    }

    /// One in each community, which has told all it has.
    private static void kiosks(StreetServer street) {
        long now = System.currentTimeMillis();
        street.database().write((handle, changes) -> {
            for (int i = 0; i < COMMUNITIES; i++) {
                handle.execute(
                        "INSERT INTO kiosk (id, name, site, created_at, last_contact_at, health_at, unsent)"
                                + " VALUES (?, ?, ?, ?, ?, ?, 0)",
                        "k-" + i,
                        "试验一体机" + i,
                        "s-" + i,
                        now,
                        now,
                        now);
                handle.execute(
                        "INSERT INTO kiosk_stand (kiosk, site, from_at) VALUES (?, ?, ?)", "k-" + i, "s-" + i, 0);
            }
            return COMMUNITIES;
        });
    }

    private void signIn(AccountDesk accounts) throws Exception {
        accounts.add(
                new AccountDesk.Newcomer("bench", "试验", Role.STREET_REVIEWER, Scope.wholeStreet()),
                PASSWORD,
                new Actor("bench", "127.0.0.1"));
        signIn();
    }

    private void signIn() throws Exception {
        var token = TOKEN.matcher(get("/login"));
        if (!token.find()) {
            throw new IllegalStateException("no login page");
        }
        var form = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&username=bench&password="
                + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(address.resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void measure(String path, Report report) throws Exception {
        var took = new ArrayList<Double>();
        int bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            bytes = get(path).getBytes(StandardCharsets.UTF_8).length;
            took.add((System.nanoTime() - began) / 1e6);
        }
        report.say(String.format("%s: %.1f KB", path, bytes / 1024.0));
        report.add(Figure.of("page " + path + ", " + members + " members", "ms", new Runs(took)));
    }

    private void watch(Report report) throws Exception {
        var streams = new ArrayList<InputStream>();
        for (int each = 0; each < WATCHING; each++) {
            streams.add(watcher());
        }
        Thread.sleep(Duration.ofSeconds(5));
        var before = worked();
        Thread.sleep(WATCHED);
        double share = 100.0 * worked().minus(before).toMillis() / WATCHED.toMillis();
        report.add(Figure.of(WATCHING + " browsers that watch while nothing happens", "% of a core", share));
        for (var each : streams) {
            each.close();
        }
    }

    /// A session of its own: one may watch only so much.
    private InputStream watcher() throws Exception {
        var own = new BoardBench(members);
        own.address = address;
        own.signIn();
        return own.client
                .send(
                        HttpRequest.newBuilder(address.resolve("/live/activities"))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    private static Duration worked() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }

    private List<ReferenceItem> items() {
        var items = new ArrayList<ReferenceItem>();
        items.add(organization("street", Optional.empty(), OrganizationLevel.STREET_COMMITTEE));
        for (int i = 0; i < COMMUNITIES; i++) {
            items.add(organization("c-" + i, Optional.of("street"), OrganizationLevel.COMMITTEE));
            items.add(new ReferenceItem.Site("s-" + i, "试验中心" + i, new OrganizationId("c-" + i)));
        }
        for (int i = 0; i < BRANCHES; i++) {
            items.add(organization("b-" + i, Optional.of("c-" + i % COMMUNITIES), OrganizationLevel.BRANCH));
        }
        for (int i = 0; i < members; i++) {
            items.add(new ReferenceItem.MemberItem(new Member(
                    new MemberId("M-" + i),
                    new PersonName("试验" + i),
                    MemberStatus.FULL,
                    RelationKind.HOME,
                    new OrganizationId("b-" + i % BRANCHES),
                    Optional.empty())));
        }
        for (int i = 0; i < BRANCHES; i++) {
            items.add(activity("a-" + i, "b-" + i, i % 2 == 0 ? -1 : 3));
        }
        items.add(activity("a-street", "street", -1));
        items.add(activity("a-community", "c-1", 3));
        return items;
    }

    private static ReferenceItem activity(String id, String organization, int startsInHours) {
        var starts = Instant.now().plus(Duration.ofHours(startsInHours));
        var ends = starts.plus(Duration.ofHours(2));
        return new ReferenceItem.ActivityItem(new Activity(
                new ActivityId(id),
                ActivityType.THEME_DAY,
                new OrganizationId(organization),
                "试验大会",
                "活动室",
                LocalDate.now(ZONE),
                starts,
                ends,
                CheckInWindow.around(starts, ends)));
    }

    private static ReferenceItem organization(String id, Optional<String> parent, OrganizationLevel level) {
        return new ReferenceItem.OrganizationItem(new Organization(
                new OrganizationId(id),
                parent.map(OrganizationId::new),
                level,
                OrganizationClass.COMMUNITY,
                "试验" + id));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
