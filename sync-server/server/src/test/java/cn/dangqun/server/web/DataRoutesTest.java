package cn.dangqun.server.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The interface as another system meets it: who comes in, what it sees, and that this is what the pages say
/// (docs/decisions/0042).
class DataRoutesTest {
    private static final Pattern TOKEN = Pattern.compile("id=\"link\" readonly value=\"([A-Za-z0-9_-]{43})\"");
    private static final Pattern CELL = Pattern.compile("data-status=\"(\\w+)\"><a href=\"/life/([^\"]+)\"");
    private static final Pattern SENTENCE = Pattern.compile("[^<>]*。[^<>]*");
    private static final String ALL = "ORGANIZATIONS ACTIVITIES LIFE";
    private static final String NOVEMBER = "/api/v1/activities?from=2026-11-01&to=2026-11-30";
    private static final String DOCUMENT = "/api/v1/openapi.json";

    private final JsonMapper json = JsonMapper.builder().build();
    private ConsoleUnderTest console;
    private Visitor administrator;
    private Visitor machine;

    @BeforeEach
    void open(@TempDir Path directory) {
        console = new ConsoleUnderTest(directory);
        administrator = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        machine = console.visitor();
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void everyRouteStandsInTheDocumentWithWhatItMayBeAsked() {
        var paths = document().get("paths");
        var routes = routes().collect(Collectors.toMap(route -> written(route.path()), route -> route));

        assertEquals(new TreeSet<>(routes.keySet()), new TreeSet<>(paths.propertyNames()));
        routes.forEach((path, route) -> {
            var operation = paths.get(path).get("get");
            assertEquals(Set.of("get"), Set.copyOf(paths.get(path).propertyNames()), path);
            assertEquals(route.query(), parameters(operation, "query"), path);
            assertEquals(path.contains("{id}") ? Set.of("id") : Set.of(), parameters(operation, "path"), path);
            assertEquals(
                    route.policy().right() instanceof Right.Anybody,
                    operation.has("security") && operation.get("security").isEmpty(),
                    path);
        });
        assertEquals(5, routes.size());
    }

    @Test
    void answersAsTheDocumentSays() {
        var token = token("", ALL);
        var other = token("", "ORGANIZATIONS");
        visited();

        var seen = new ArrayList<String>();
        for (var route : routes().toList()) {
            for (var asked : questions(route)) {
                seen.add(fits(route, get(asked, token)));
                seen.add(fits(route, get(asked, "")));
                seen.add(fits(route, get(asked, other)));
            }
        }
        IntStream.range(0, 60).forEach(i -> get("/api/v1/organizations", other));
        routes().filter(route -> !route.path().equals(DOCUMENT))
                .forEach(route -> seen.add(fits(route, get(questions(route).getFirst(), other))));

        assertEquals(Set.of("200", "401", "403", "404", "422", "429"), Set.copyOf(seen));
    }

    /// Good ones, and one with a word that nobody knows.
    private List<String> questions(Route route) {
        var activity = console.activities().findFirst().orElseThrow().id();
        return switch (route.path()) {
            case DOCUMENT -> List.of(DOCUMENT);
            case "/api/v1/organizations" -> List.of(route.path(), route.path() + "?limit=2", route.path() + "?limit=x");
            case "/api/v1/activities" -> List.of(NOVEMBER, NOVEMBER + "&limit=1", NOVEMBER + "&form=1");
            case "/api/v1/activities/:id" ->
                List.of("/api/v1/activities/" + activity, "/api/v1/activities/nothing", "/api/v1/activities/a?b=c");
            case "/api/v1/life" ->
                List.of(
                        "/api/v1/life?year=2026&organization=c1",
                        "/api/v1/life?year=2026&limit=1",
                        "/api/v1/life?year=2026&organization=nothing",
                        "/api/v1/life");
            default -> throw new AssertionError("nobody asks " + route.path());
        };
    }

    /// Returns the status.
    private String fits(Route route, HttpResponse<String> answer) {
        var status = Integer.toString(answer.statusCode());
        var where = answer.request().uri() + " " + status;
        var said = document()
                .at("/paths")
                .get(written(route.path()))
                .at("/get/responses")
                .get(status);
        assertNotEquals(null, said, where);
        var type = said.get("content").propertyNames().iterator().next();
        assertEquals(type + "; charset=utf-8", header(answer, "Content-Type"), where);
        assertEquals(
                List.of(), errors(said.get("content").get(type).get("schema"), json.readTree(answer.body())), where);
        if (said.has("headers")) {
            said.get("headers")
                    .propertyNames()
                    .forEach(name -> assertFalse(header(answer, name).isEmpty(), name));
        }
        return status;
    }

    private List<String> errors(JsonNode schema, JsonNode value) {
        var whole = json.createObjectNode();
        whole.setAll((tools.jackson.databind.node.ObjectNode) schema);
        whole.set("components", document().get("components"));
        return SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
                .getSchema(whole)
                .validate(value, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void seesAnAnswerThatTheDocumentDoesNotSay() {
        var schema = json.readTree("{\"$ref\": \"#/components/schemas/Holder\"}");

        assertEquals(List.of(), errors(schema, json.readTree("{\"id\": \"a\", \"name\": \"b\"}")));
        assertEquals(1, errors(schema, json.readTree("{\"id\": \"a\"}")).size());
        assertEquals(
                1,
                errors(schema, json.readTree("{\"id\": \"a\", \"name\": \"b\", \"more\": 1}"))
                        .size());
    }

    @Test
    void letsNobodyInWithoutATokenThatIsGood() {
        var withdrawn = token("", ALL);
        withdraw();
        var signedIn = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        var over = token("", ALL);
        var good = token("", ALL, "2027-11-20");
        assertEquals(200, get("/api/v1/organizations", over).statusCode());
        assertEquals(200, signedIn.get("/activities").statusCode());
        for (var route : routes().filter(each -> !each.path().equals(DOCUMENT)).toList()) {
            var asked = questions(route).getFirst();
            refused(signedIn.get(asked), "no-token");
            refused(get(asked, ""), "no-token");
            refused(get(asked, withdrawn), "bad-token");
            refused(get(asked, "x".repeat(43)), "bad-token");
            refused(get(asked, over + "x"), "bad-token");
            refused(machine.send(machine.request(asked).header("Authorization", "Basic " + over)), "bad-token");
        }
        console.clock.advance(Duration.ofDays(69)); // the last day itself
        assertEquals(200, get("/api/v1/organizations", over).statusCode());
        console.clock.advance(Duration.ofDays(1));
        routes().filter(each -> !each.path().equals(DOCUMENT))
                .forEach(route -> refused(get(questions(route).getFirst(), over), "bad-token"));
        assertEquals(200, get("/api/v1/organizations", good).statusCode());
    }

    private void refused(HttpResponse<String> answer, String type) {
        var where = answer.request().uri().toString();
        assertEquals(401, answer.statusCode(), where);
        assertEquals(
                "urn:dangqun:problem:" + type,
                json.readTree(answer.body()).get("type").asString(),
                where);
        assertTrue(header(answer, "WWW-Authenticate").startsWith("Bearer "), where);
        assertEquals("", header(answer, "Location"));
        assertEquals("", header(answer, "Set-Cookie"));
    }

    @Test
    void opensNothingElse() {
        var token = token("", ALL);
        for (var route : console.console().routes()) {
            if (route.policy().right() instanceof Right.Anybody || route.kind() == Route.Kind.DATA) {
                continue;
            }
            var answer = get(route.path().replaceAll(":[a-z]+", "nothing"), token);
            switch (route.kind()) {
                case LIVE -> assertEquals(401, answer.statusCode(), route.path());
                case PAGE -> {
                    assertEquals(303, answer.statusCode(), route.path());
                    assertEquals("/login", header(answer, "Location"), route.path());
                }
                case ACTION, DATA -> {}
            }
        }
        var posted = machine.send(
                machine.post("/interface", AccountExamples.wish()).header("Authorization", "Bearer " + token));
        assertEquals(303, posted.statusCode());
        assertEquals(404, machine.postBare("/api/v1/organizations", Map.of()).statusCode());
        assertEquals(404, get("/api/v1/nothing", token).statusCode());
        assertEquals(
                "urn:dangqun:problem:not-found",
                read("/api/v1/members", token).get("type").asString());
    }

    @Test
    void seesItsOwnSubtreeOnly() {
        var token = token("c1", ALL);
        var whole = token("", ALL);
        var foreign = console.activities()
                .filter(each -> each.organization().value().startsWith("c2"))
                .findFirst()
                .orElseThrow();
        var own = console.activities()
                .filter(each -> each.organization().value().startsWith("c1-"))
                .findFirst()
                .orElseThrow();

        var organizations = ids(read("/api/v1/organizations", token), "organizations", "/id");
        assertEquals(
                console.organizations().stream()
                        .map(each -> each.id().value())
                        .filter(id -> id.equals("c1") || id.startsWith("c1-"))
                        .collect(Collectors.toSet()),
                Set.copyOf(organizations));
        assertEquals(
                console.organizations().size(),
                pages("/api/v1/organizations?limit=7", whole, "organizations", "/id")
                        .size());
        var holders = Set.copyOf(pages(NOVEMBER, token, "activities", "/organization/id"));
        assertTrue(organizations.containsAll(holders) && !holders.isEmpty(), holders::toString);
        assertTrue(pages(NOVEMBER, whole, "activities", "/id")
                .contains(foreign.id().value()));
        var years = Set.copyOf(pages("/api/v1/life?year=2026", token, "organizations", "/organization/id"));
        assertTrue(organizations.containsAll(years) && !years.isEmpty(), years::toString);

        assertEquals(200, get("/api/v1/activities/" + own.id(), token).statusCode());
        var hidden = get("/api/v1/activities/" + foreign.id(), token);
        assertEquals(404, hidden.statusCode());
        assertEquals(get("/api/v1/activities/nothing", token).body(), hidden.body());
        assertEquals(404, get("/api/v1/life?year=2026&organization=c2", token).statusCode());
        assertEquals(200, get("/api/v1/life?year=2026&organization=c2", whole).statusCode());
    }

    @Test
    void saysWhatThePagesAndTheExportSay() {
        var token = token("", ALL);
        var reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        var activity = visited();

        for (var frozen : List.of(false, true)) {
            if (frozen) {
                console.clock.advance(Duration.between(
                        console.clock.instant(), activity.window().closes()));
                reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
                console.rolls.freezeStarted();
            }
            var one = read("/api/v1/activities/" + activity.id(), token);
            var said = one.get("activity");
            var figures = said.get("figures");
            var row = row(reviewer.get("/activities").body(), activity);

            assertEquals(row.get("due"), figures.get("due").asString());
            assertEquals(row.get("present"), figures.get("present").asString());
            assertEquals(row.get("late"), figures.get("late").asString());
            assertEquals(row.get("guests"), said.get("others").asString());
            assertEquals(row.get("stage"), said.get("stage").asString());
            assertEquals("4", row.get("present"));
            assertEquals("1", row.get("late"));
            assertEquals("2", row.get("guests"));
            assertEquals(exported(reviewer, activity), counted(figures));
            assertEquals(frozen, one.get("frozen").asBoolean());
            assertEquals(figures, one.get("rolls").get(0).get("figures"));
            assertEquals(1, one.get("rolls").size());
            assertEquals(
                    said,
                    read(NOVEMBER + "&limit=100", token)
                            .get("activities")
                            .valueStream()
                            .filter(each -> each.get("id").equals(said.get("id")))
                            .findFirst()
                            .orElseThrow());
            assertTrue(said.get("startsAt").asString().endsWith("+08:00"), said::toString);
        }
    }

    /// How many stand how in the sheet that a spreadsheet opens, without those of whom nobody is.
    private static Map<String, Integer> exported(Visitor reviewer, Activity activity) {
        var states = new TreeMap<String, Integer>();
        reviewer.get("/activities/" + activity.id() + "/export")
                .body()
                .lines()
                .filter(line -> line.matches("\"\\d+\",.*"))
                .map(line -> line.substring(line.lastIndexOf(",\"") + 2, line.length() - 1))
                .map(state -> state.equals("尚未签到") ? "未到" : state)
                .forEach(state -> states.merge(state, 1, Integer::sum));
        return states;
    }

    private static Map<String, Integer> counted(JsonNode figures) {
        var states = new TreeMap<>(Map.of(
                "实到", figures.get("present").asInt() - figures.get("late").asInt(),
                "迟到", figures.get("late").asInt(),
                "请假", figures.get("leave").asInt(),
                "未到", figures.get("missing").asInt(),
                "不计应到", figures.get("exempt").asInt()));
        states.values().removeIf(people -> people == 0);
        return states;
    }

    @Test
    void saysOfTheYearWhatTheBoardSays() {
        var token = token("", ALL);
        var reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        var page = read("/api/v1/life?year=2026&organization=c1&limit=100", token);
        int compared = 0;
        for (var year : page.get("organizations")) {
            var id = year.at("/organization/id").asString();
            var said = new TreeMap<String, String>();
            year.get("cells")
                    .forEach(cell -> said.put(
                            id + "/" + cell.get("duty").asString() + "/"
                                    + cell.at("/period/id").asString(),
                            cell.get("status").asString()));
            var shown = new TreeMap<String, String>();
            CELL.matcher(reviewer.get("/life/" + id + "?year=2026").body())
                    .results()
                    .forEach(each -> shown.put(each.group(2), each.group(1)));
            assertEquals(shown, said);
            compared += shown.size();
        }
        assertTrue(compared > 50, compared + " cells");
        var year = page.get("organizations").get(page.get("organizations").size() - 1);
        for (var cell : year.get("cells")) {
            var address = "/life/" + year.at("/organization/id").asString() + "/"
                    + cell.get("duty").asString() + "/" + cell.at("/period/id").asString();
            var body = reviewer.get(address).body();
            var sentences = SENTENCE.matcher(body)
                    .results()
                    .map(each -> each.group().strip())
                    .toList();
            assertTrue(sentences.contains(cell.get("sentence").asString()), address);
            var profile = cell.get("profile");
            assertTrue(
                    body.contains(profile.get("name").asString() + "@"
                            + profile.get("version").asString()),
                    address);
        }
    }

    @Test
    void givesEachOfFiveHundredActivitiesOnce() {
        var model = console.activities().findFirst().orElseThrow();
        var made = new HashSet<String>();
        var items = new ArrayList<ReferenceItem>();
        for (int i = 0; i < 500; i++) {
            // on three days, so that a page ends amid a day
            var later = Duration.ofDays(400 + i % 3);
            var id = "many-" + (i * 7919 % 500);
            made.add(id);
            items.add(new ReferenceItem.ActivityItem(new Activity(
                    new ActivityId(id),
                    model.type(),
                    model.organization(),
                    model.title(),
                    model.place(),
                    LocalDate.of(2027, 12, 28).plusDays(i % 3),
                    model.starts().plus(later),
                    model.ends().plus(later),
                    model.window())));
        }
        console.reference.publish(items);
        var token = token("", "ACTIVITIES");

        var got = pages("/api/v1/activities?from=2027-12-01&to=2027-12-31&limit=37", token, "activities", "/id");

        assertEquals(500, got.size());
        assertEquals(made, Set.copyOf(got));
        var hostile = get("/api/v1/activities?from=2027-12-01&to=2027-12-31&after=%00", token);
        assertEquals(422, hostile.statusCode());
        assertTrue(json.readTree(hostile.body()).get("detail").asString().contains("第一页"));
    }

    @Test
    void answersWhateverIsAsked() {
        var token = token("", ALL);
        for (var route : routes().toList()) {
            for (var value :
                    List.of("", "%20", "%ff", "%00", "-1", "99999999999", "2026-02-30", "+1-1-1", "x".repeat(300))) {
                for (var name : Stream.concat(route.query().stream(), Stream.of("names", "%00"))
                        .toList()) {
                    console.clock.advance(Duration.ofSeconds(10));
                    var path = route.path().replace(":id", value.isEmpty() ? "%20" : value);
                    int status = get(path + "?" + name + "=" + value, token).statusCode();
                    assertTrue(Set.of(200, 400, 404, 422).contains(status), path + " " + name + " " + value);
                }
            }
        }
    }

    @Test
    void isAskedSoManyTimesAMinute() {
        var token = token("", ALL);
        var other = token("", ALL);
        for (int i = 0; i < 50; i++) {
            assertEquals(200, get("/api/v1/organizations?limit=1", token).statusCode());
        }
        assertEquals(
                200,
                get("/api/v1/life?year=2026&organization=c1&limit=1", token).statusCode());

        var refused = get("/api/v1/organizations", token);

        assertEquals(429, refused.statusCode());
        assertEquals("1", header(refused, "Retry-After"));
        assertEquals("10", header(get("/api/v1/life?year=2026", token), "Retry-After"));
        assertEquals(200, get("/api/v1/organizations", other).statusCode());
        console.clock.advance(Duration.ofSeconds(1));
        assertEquals(200, get("/api/v1/organizations", token).statusCode());
        assertEquals(429, get("/api/v1/organizations", token).statusCode());
    }

    @Test
    void standsInTheRecordOnceForEachDayAndRoute() {
        var token = token("", "ORGANIZATIONS ACTIVITIES");
        assertTrue(administrator.get("/interface").body().contains("还没用过"));
        for (int i = 0; i < 3; i++) {
            get("/api/v1/organizations", token);
            get(NOVEMBER, token);
            get("/api/v1/life?year=2026", token); // it may not, and reads nothing
        }
        assertEquals(List.of("/api/v1/activities", "/api/v1/organizations"), uses());
        console.clock.advance(Duration.ofDays(1));
        get("/api/v1/organizations", token);

        assertEquals(List.of("/api/v1/activities", "/api/v1/organizations", "/api/v1/organizations"), uses());
        administrator = console.visitor(Role.STREET_ADMIN, Scope.wholeStreet());
        var page = administrator.get("/interface").body();
        assertTrue(page.contains(">2026-11-24</a>"), page);
        var trail =
                Pattern.compile("href=\"(/trail\\?person=api:[0-9a-f]{16})\"").matcher(page);
        assertTrue(trail.find());
        assertTrue(administrator.get(trail.group(1)).body().contains("通过接口读取数据"));
    }

    private List<String> uses() {
        return console.database.read(handle -> handle.createQuery(
                        "SELECT subject FROM audit_entry WHERE action = 'DATA_READ' ORDER BY subject")
                .mapTo(String.class)
                .list());
    }

    @Test
    void keepsNoToken() {
        var token = token("", ALL);

        assertFalse(administrator.get("/interface").body().contains(token));
        var kept = console.database.read(handle -> Stream.of("data_token", "audit_entry")
                .flatMap(table -> handle.createQuery("SELECT * FROM " + table).mapToMap().list().stream())
                .map(Object::toString)
                .collect(Collectors.joining()));
        assertFalse(kept.contains(token));
        assertTrue(kept.contains("样例系统"));
    }

    @Test
    void refusesAWishThatCannotBeAndKeepsWhatWasTyped() {
        var wrong = Map.of(
                "last-day", "2027-11-24", // more than a year
                "scope", "nothing",
                "data.LIFE", "");
        wrong.forEach((field, value) -> {
            var form =
                    new HashMap<>(Map.of("note", "样例平台", "scope", "c1", "last-day", "2027-11-23", "data.LIFE", "yes"));
            form.put(field, value);
            var answer = administrator.post("/interface", "/interface", form);
            assertEquals(422, answer.statusCode(), field);
            assertTrue(answer.body().contains("value=\"样例平台\""), field);
        });
        assertEquals(
                422,
                administrator
                        .post("/interface", "/interface/withdrawal", Map.of("id", "nothing"))
                        .statusCode());
        var form = Map.of("note", "样例平台", "scope", "c1", "last-day", "2027-11-23", "data.LIFE", "yes");
        assertEquals(200, administrator.post("/interface", "/interface", form).statusCode());
    }

    /// Four came, one of them late, one asked leave; a neighbour looked in, and one came as an observer.
    private Activity visited() {
        var activity = console.open().getFirst();
        var roll = console.roll(activity.organization());
        var kiosk = console.kiosk(1);
        console.heartbeat(kiosk);
        IntStream.range(0, 4).forEach(i -> checkIn(kiosk, activity, roll.get(i).id(), AttendanceRole.MEMBER, i == 3));
        checkIn(kiosk, activity, roll.get(4).id(), AttendanceRole.OBSERVER, false);
        console.fact(kiosk, new AttendanceFact.GuestCheckedIn(activity.id(), GuestKind.RESIDENT, Optional.empty()));
        return activity;
    }

    private void checkIn(KioskId kiosk, Activity activity, MemberId member, AttendanceRole role, boolean late) {
        console.fact(kiosk, new AttendanceFact.CheckedIn(activity.id(), member, role, CheckInMethod.ID_CARD, late));
    }

    private static Map<String, String> row(String board, Activity activity) {
        var row = Pattern.compile("<tr[^>]*data-activity=\"" + activity.id() + "\"[^>]*>")
                .matcher(board);
        assertTrue(row.find());
        return Pattern.compile("data-(\\w+)=\"([^\"]*)\"")
                .matcher(row.group())
                .results()
                .collect(Collectors.toMap(each -> each.group(1), each -> each.group(2)));
    }

    private String token(String scope, String data) {
        return token(scope, data, "2027-01-31");
    }

    private String token(String scope, String data, String lastDay) {
        var form = new HashMap<>(Map.of("note", "样例系统", "scope", scope, "last-day", lastDay));
        for (var each : data.split(" ", -1)) {
            form.put("data." + each, "yes");
        }
        var page = administrator.post("/interface", "/interface", form).body();
        var found = TOKEN.matcher(page);
        assertTrue(found.find(), page);
        return found.group(1);
    }

    /// The newest.
    private void withdraw() {
        var id = Pattern.compile("name=\"id\" value=\"([0-9a-f]{16})\"")
                .matcher(administrator.get("/interface").body());
        assertTrue(id.find());
        var form = Map.of("id", id.group(1));
        assertEquals(
                303,
                administrator.post("/interface", "/interface/withdrawal", form).statusCode());
        assertEquals(
                422,
                administrator.post("/interface", "/interface/withdrawal", form).statusCode());
    }

    private HttpResponse<String> get(String path, String token) {
        var request = machine.request(path);
        return machine.send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    private JsonNode read(String path, String token) {
        return json.readTree(get(path, token).body());
    }

    private static List<String> ids(JsonNode page, String list, String pointer) {
        return page.get(list)
                .valueStream()
                .map(each -> each.at(pointer).asString())
                .toList();
    }

    /// Of all pages, one after the other; each asks when its minute allows.
    private List<String> pages(String path, String token, String list, String pointer) {
        var found = new ArrayList<String>();
        var next = "";
        do {
            console.clock.advance(Duration.ofSeconds(10));
            var page = read(path + (next.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + "after=" + next), token);
            found.addAll(ids(page, list, pointer));
            next = page.has("next") ? page.get("next").asString() : "";
        } while (!next.isEmpty());
        return found;
    }

    private JsonNode document() {
        return read(DOCUMENT, "");
    }

    private Stream<Route> routes() {
        return console.console().routes().stream().filter(route -> route.kind() == Route.Kind.DATA);
    }

    private static String written(String path) {
        return path.replaceAll(":([a-z]+)", "{$1}");
    }

    private static Set<String> parameters(JsonNode operation, String where) {
        return operation
                .get("parameters")
                .valueStream()
                .filter(each -> each.get("in").asString().equals(where))
                .map(each -> each.get("name").asString())
                .collect(Collectors.toSet());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
