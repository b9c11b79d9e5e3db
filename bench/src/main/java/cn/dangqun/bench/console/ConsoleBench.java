package cn.dangqun.bench.console;

import cn.dangqun.bench.figure.Figure;
import cn.dangqun.bench.figure.Goal;
import cn.dangqun.bench.figure.Report;
import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.StreetServer;
import cn.dangqun.server.accounts.AccountDesk;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.web.Scope;
import cn.dangqun.store.SqliteFile;
import java.io.IOException;
import java.io.PrintStream;
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
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// `./run bench console [MEMBERS [YEARS]]`: each page of a district, p50 and p99 beside the bare statements it
/// reads with, how the cost grows from a sixteenth of the district to a quarter to all of it, and the page of a
/// day on which everybody came to four activities. `./run bench console day [MEMBERS]`: that day alone.
public final class ConsoleBench {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int KIOSKS = 60;
    private static final int MEMBERS = 50_000;
    public static final String DAY = "day";
    /// Activities of one day.
    private static final List<Integer> DAYS = List.of(40, 500);

    private static final int WARM = 10;
    private static final int ROUNDS = 100;
    private static final String PASSWORD = "correct horse 42";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final PrintStream out = System.out;
    private final LocalDate today = LocalDate.now(ZONE);
    /// Of the size that was measured last.
    private final Map<String, Figure> whole = new LinkedHashMap<>();
    private final Map<String, List<Double>> growth = new LinkedHashMap<>();
    private HttpClient client = HttpClient.newHttpClient();
    private URI address = URI.create("http://127.0.0.1");

    private record Figures(double p50, double p99) {
        static Figures of(List<Long> nanos) {
            Collections.sort(nanos);
            return new Figures(nanos.get(nanos.size() / 2) / 1e6, nanos.get((int) (nanos.size() * 0.99)) / 1e6);
        }
    }

    public static void main(String[] arguments) throws Exception {
        var bench = new ConsoleBench();
        if (arguments.length > 0 && arguments[0].equals(DAY)) {
            bench.measureDays(arguments.length > 1 ? Integer.parseInt(arguments[1]) : MEMBERS);
        } else {
            int members = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MEMBERS;
            int years = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
            for (int share : List.of(16, 4, 1)) {
                bench.measure(members / share, Math.max(1, KIOSKS / share), years);
            }
            bench.tellGrowth();
            bench.measureDays(members);
        }
        try (var report = new Report()) {
            bench.whole.values().forEach(report::add);
            bench.growth.forEach((page, costs) -> report.add(
                    Figure.of("growth of " + page, "exponent", exponent(costs.getFirst(), costs.getLast(), 16))
                            .toward(Goal.atMost(1.05))));
        }
    }

    private void measureDays(int members) throws Exception {
        for (int activities : DAYS) {
            measure(new BusyDay(members, activities));
        }
    }

    private void measure(int members, int kiosks, int years) throws Exception {
        var folder = Files.createTempDirectory("console");
        try (var street = open(folder)) {
            var district = new District(members, kiosks, years, today);
            long began = System.nanoTime();
            // opened first: a fresh street derives everything from its facts, which would take away what is filled in
            var console = street.openConsole();
            district.fill(street);
            var bare = new BareSql(street.database());
            address = URI.create("http://" + console.getHostString() + ":" + console.getPort());
            signIn(street.accounts());
            out.printf(
                    "%n%d members, %d kiosks, %d activities in %d years; filled in %d s%n",
                    members, kiosks, district.activities(), years, (System.nanoTime() - began) / 1_000_000_000);
            tellHead();
            for (var page : pages()) {
                growth.computeIfAbsent(page, fresh -> new ArrayList<>())
                        .add(measure(page, page, bare, folder).p50());
            }
        } finally {
            delete(folder);
        }
    }

    private void measure(BusyDay day) throws Exception {
        var folder = Files.createTempDirectory("console");
        try (var street = open(folder)) {
            var console = street.openConsole();
            day.fill(street);
            var bare = new BareSql(street.database());
            address = URI.create("http://" + console.getHostString() + ":" + console.getPort());
            signIn(street.accounts());
            var what = day.activities() + " activities, " + day.checkIns() + " check-ins of " + day.members();
            out.printf("%nOne day: %s%n", what);
            tellHead();
            var _ = measure("/activities", "今日活动: " + what, bare, folder);
            var _ = measure("/activities/a-1", "one of " + what, bare, folder);
        } finally {
            delete(folder);
        }
    }

    private void tellHead() {
        out.printf(
                "%-44s %9s %9s %9s %9s %7s %5s %8s%n",
                "page", "p50 ms", "p99 ms", "bare p50", "bare p99", "p99/p99", "SQL", "KB");
    }

    private List<String> pages() {
        var month = YearMonth.from(today);
        return List.of(
                "/activities",
                "/activities/a-1-t0",
                "/attendance",
                "/attendance/activities",
                "/attendance/members",
                "/attendance/absent",
                "/life?year=" + month.getYear(),
                "/calendar",
                "/plan?month=" + month,
                "/review",
                "/review/month?month=" + month.minusMonths(1),
                "/roster",
                "/roster?search=shiyan123",
                "/roster/members/M-7",
                "/organizations",
                "/kiosks",
                "/codes",
                "/books?year=" + month.getYear(),
                "/books/b-1?year=" + month.getYear(),
                "/books/b-1/volumes/life?year=" + month.getYear());
    }

    private Figures measure(String page, String name, BareSql bare, Path folder) throws Exception {
        for (int round = 0; round < WARM; round++) {
            get(page);
        }
        bare.listen();
        long bytes = get(page).getBytes(StandardCharsets.UTF_8).length;
        int statements = bare.statements();
        var raw = new ArrayList<Long>();
        try (var connection =
                new SqliteFile(StreetServer.databaseFile(folder)).source().getConnection()) {
            for (int round = 0; round < WARM; round++) {
                bare.sayAgain(connection);
            }
            for (int round = 0; round < ROUNDS; round++) {
                raw.add(bare.sayAgain(connection));
            }
        }
        var took = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            long began = System.nanoTime();
            get(page);
            took.add(System.nanoTime() - began);
            bare.listen();
        }
        var ours = Figures.of(took);
        var least = Figures.of(raw);
        whole.put(
                name,
                Figure.of("p99 of " + name, "ms", ours.p99)
                        .beside("its bare statements", least.p99)
                        .toward(Goal.ratioAtMost(5)));
        out.printf(
                "%-44s %9.2f %9.2f %9.2f %9.2f %7.1f %5d %8.1f%n",
                page, ours.p50, ours.p99, least.p50, least.p99, ours.p99 / least.p99, statements, bytes / 1024.0);
        return ours;
    }

    /// The exponent of the cost in the size, of each step of four.
    private void tellGrowth() {
        out.printf("%n%-44s %12s %12s%n", "page: exponent of p50 in the size", "1/16 to 1/4", "1/4 to all");
        growth.forEach((page, costs) -> out.printf(
                "%-44s %12.2f %12.2f%n",
                page, exponent(costs.get(0), costs.get(1), 4), exponent(costs.get(1), costs.get(2), 4)));
    }

    private static double exponent(double small, double large, int times) {
        return Math.log(large / small) / Math.log(times);
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

    private void signIn(AccountDesk accounts) throws Exception {
        accounts.add(
                new AccountDesk.Newcomer("bench", "试验", Role.STREET_REVIEWER, Scope.wholeStreet()),
                PASSWORD,
                new Actor("bench", "127.0.0.1"));
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        var token = TOKEN.matcher(get("/login"));
        if (!token.find()) {
            throw new IllegalStateException("no login page");
        }
        var form = "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&username=bench&password="
                + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
        client.send(
                HttpRequest.newBuilder(address.resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /// @throws IllegalStateException if the page is none
    private String get(String path) throws Exception {
        var answer = client.send(
                HttpRequest.newBuilder(address.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
