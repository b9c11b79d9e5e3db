package cn.dangqun.server.web;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.ConsoleUnderTest;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.Visitor;
import cn.dangqun.server.accounts.Role;
import cn.dangqun.server.content.ContentStore;
import cn.dangqun.server.kiosks.KioskRegistry;
import cn.dangqun.server.ledger.Ledger;
import cn.dangqun.server.reference.Entries;
import com.google.protobuf.ByteString;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Something of one community for every route to be walked: an address, and for forms what is filled in. Each call
/// makes a fresh thing that nobody has used yet.
final class RouteExamples {
    private static final Epoch EPOCH = new Epoch("0123456789abcdef0123456789abcdef");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final ConsoleUnderTest console;
    private final Visitor writer;
    private final Visitor reviewer;
    private final AccountExamples accounts;
    private final PeopleExamples people = new PeopleExamples(this);
    private final MovingInExamples movingIn;
    private final MinutesExamples minutes;
    private final FeeExamples fees;
    private final GuestExamples guests;
    private final BookExamples books;
    private final RequestExamples requests;
    private final MoveExamples moves;
    private int made;

    RouteExamples(ConsoleUnderTest console) {
        this.console = console;
        this.accounts = new AccountExamples(console);
        this.movingIn = new MovingInExamples(console);
        this.minutes = new MinutesExamples(console, this);
        this.fees = new FeeExamples(console, this);
        this.books = new BookExamples(console, this);
        this.writer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        this.reviewer = console.visitor(Role.STREET_REVIEWER, Scope.wholeStreet());
        this.guests = new GuestExamples(console, reviewer);
        this.requests = new RequestExamples(console);
        this.moves = new MoveExamples(console, this);
    }

    /// `unknown`: an address of the same form that leads nowhere. `ofStreet`: no community's, the whole street's.
    record Example(String path, Map<String, String> form, String unknown, boolean ofStreet) {
        Example {
            form = Map.copyOf(form);
        }

        Example(String path, Map<String, String> form, String unknown) {
            this(path, form, unknown, false);
        }

        Example byFullNames() {
            return new Example(path + (path.contains("?") ? "&" : "?") + "names=full", form, unknown, ofStreet);
        }
    }

    /// @throws AssertionError for a route that nobody gave an example of
    Example of(Route route, String community) {
        return people.of(route, community).orElseGet(() -> ofOthers(route, community));
    }

    private Example ofOthers(Route route, String community) {
        return movingIn.of(route, community)
                .or(() -> minutes.of(route, community))
                .or(() -> fees.of(route, community))
                .or(() -> books.of(route, community))
                .or(() -> requests.of(route, community))
                .or(() -> moves.of(route, community))
                .orElseGet(() -> others(route, community));
    }

    private Example others(Route route, String community) {
        return switch (route.path()) {
            case "/login" -> form(route, Map.of("username", "nobody-" + ++made, "password", "guessed"));
            case "/login/second" -> form(route, Map.of("token", accounts.halfSignedIn(), "figures", "no-figures"));
            case "/invitation" -> {
                var token = accounts.invited();
                yield new Example(route.path() + "?t=" + token, accounts.newcomer(token), route.path());
            }
            case "/account/sessions" -> form(route, Map.of());
            case "/account/second-factor" -> form(route, Map.of("figures", "no-figures"));
            case "/account/second-factor/removal" -> form(route, Map.of("current", ConsoleUnderTest.PASSWORD));
            case "/interface" -> ofStreet(route, AccountExamples.wish());
            case "/interface/withdrawal" -> ofStreet(route, Map.of("id", accounts.token()));
            case "/api/v1/openapi.json", "/api/v1/organizations" -> form(route, Map.of());
            case "/api/v1/activities" -> asked(route, "?from=2026-11-01&to=2026-11-30");
            case "/api/v1/activities/:id" -> at(route, "id", activity(community), "nothing");
            case "/api/v1/life" -> asked(route, "?year=2026");
            case "/accounts" -> ofStreet(route, Map.of());
            case "/accounts/invitations" -> ofStreet(route, AccountExamples.invitation());
            case "/accounts/invitations/withdrawal" -> ofStreet(route, Map.of("id", accounts.openInvitation()));
            case "/accounts/:login",
                    "/accounts/:login/role",
                    "/accounts/:login/disabling",
                    "/accounts/:login/enabling",
                    "/accounts/:login/link",
                    "/accounts/:login/sessions",
                    "/accounts/:login/second-factor" -> {
                var at = at(route, "login", accounts.signedIn(), "nobody", AccountExamples.invitation());
                yield new Example(at.path(), at.form(), at.unknown(), true);
            }
            case "/logout" -> form(route, Map.of());
            case "/password" ->
                form(
                        route,
                        Map.of(
                                "current", ConsoleUnderTest.PASSWORD,
                                "wanted", "another horse 43",
                                "repeated", "another horse 43"));
            case "/organizations" ->
                route.kind() == Route.Kind.ACTION
                        ? new Example(route.path(), Map.of("name", "样例街道"), route.path(), true)
                        : form(route, Map.of());
            case "/organizations/:id" -> at(route, "id", branch(community), "nothing", organization("样例支部"));
            case "/organizations/:id/new" ->
                at(route, "id", branch(community), "nothing", organization("样例小组" + ++made));
            case "/organizations/:id/removal" -> at(route, "id", unused(community), "nothing");
            case "/roster/new" -> form(route, person(community));
            case "/roster/members/:id" -> at(route, "id", member(community), "NOBODY");
            case "/roster/members/:id/details" ->
                at(route, "id", entered(community), "NOBODY", Map.of("name", "样例" + ++made));
            case "/roster/members/:id/place" -> {
                var form = new HashMap<>(person(community));
                form.put("status", "PROBATIONARY");
                form.put("effective", TODAY.toString());
                form.put("reason", "样例");
                yield at(route, "id", entered(community), "NOBODY", form);
            }
            case "/roster/members/:id/departure" ->
                at(
                        route,
                        "id",
                        entered(community),
                        "NOBODY",
                        Map.of("departure", "MOVED_OUT", "last", TODAY.toString(), "reason", "样例"));
            case "/roster/members/:id/number" ->
                at(route, "id", entered(community), "NOBODY", Map.of("number", number()));
            case "/roster/members/:id/seats" -> at(route, "id", entered(community), "NOBODY", seat(community));
            case "/roster/members/:id/seats/end" -> {
                var member = entered(community);
                writer.post("/roster/members/" + member, "/roster/members/" + member + "/seats", seat(community));
                yield at(route, "id", member, "NOBODY", Map.of("seat", seatOf(member), "seat-last", TODAY.toString()));
            }
            case "/roster/intakes" -> form(route, Map.of("status", "FULL"));
            case "/roster/intakes/:id", "/roster/intakes/:id/problems" -> at(route, "id", intake(community), "nothing");
            case "/roster/intakes/:id/application" ->
                at(route, "id", intake(community), "nothing", Map.of("moved-on", TODAY.toString()));
            case "/roster/intakes/:id/cancellation" -> at(route, "id", intake(community), "nothing");
            case "/plan/new" -> form(route, planned(community));
            case "/plan/activities/:id" -> {
                var form = new HashMap<>(planned(community));
                form.put("title", "另一个名称");
                yield at(route, "id", plan(community), "nothing", form);
            }
            case "/plan/activities/:id/cancellation" ->
                at(route, "id", plan(community), "nothing", Map.of("reason", "样例"));
            case "/staff/new" -> form(route, onDuty(community));
            case "/staff/:id/photo", "/staff/:id/photo/removal" -> at(route, "id", photographed(community), "nothing");
            case "/staff/:id", "/staff/:id/pin", "/staff/:id/removal" ->
                at(route, "id", person(community, "值守样例"), "nothing", onDuty(community));
            case "/sites/new" -> form(route, Map.of("name", "样例中心" + ++made, "organization", community));
            case "/sites/:id" ->
                at(route, "id", site(community), "nothing", Map.of("name", "样例中心" + ++made, "organization", community));
            case "/sites/:id/communities" ->
                new Example(
                        "/sites/" + serving(community, false) + "/communities",
                        Map.of("community", "c4"),
                        "/sites/nothing/communities",
                        true);
            case "/sites/:id/communities/removal" ->
                at(route, "id", serving(community, true), "nothing", Map.of("community", "c4"));
            case "/queue", "/live/queue", "/queue/figures" ->
                new Example(route.path() + "?site=" + site(community), Map.of(), route.path() + "?site=nowhere");
            case "/activities/:id" ->
                at(
                        route,
                        "id",
                        guests.on(activity(community), member(community.equals("c1") ? "c2" : "c1")),
                        "nothing");
            case "/activities/:id/export",
                    "/activities/:id/session",
                    "/live/activities/:id",
                    "/live/activities/:id/session" -> at(route, "id", activity(community), "nothing");
            case "/hours/members/:id" -> at(route, "id", member(community), "NOBODY");
            case "/hours/members/:id/notes" -> at(route, "id", entered(community), "NOBODY", visited());
            case "/hours/members/:id/notes/undoing" -> {
                var member = entered(community);
                yield at(route, "id", member, "NOBODY", Map.of("note", studyOf(member), "reason", "样例"));
            }
            case "/attendance/members/:id" -> at(route, "id", member(community), "NOBODY");
            case "/life/:organization" -> at(route, "organization", branch(community), "nothing");
            case "/life/:organization/:duty/:period" ->
                new Example(
                        "/life/" + branch(community) + "/THEME_DAY/2026-11",
                        Map.of(),
                        "/life/nothing/THEME_DAY/2026-11");
            case "/codes/branches/:id" -> at(route, "id", branch(community), "nothing");
            case "/codes/branches/:id/cards" -> at(route, "id", branch(community), "nothing", issue());
            case "/codes/branches/:id/sheets" -> {
                card(community);
                var form = new HashMap<>(Map.of("sheet", UUID.randomUUID().toString()));
                form.put("member." + member(community), "yes");
                yield at(route, "id", branch(community), "nothing", form);
            }
            case "/codes/cards/:serial" -> at(route, "serial", card(community), "99999999");
            case "/live/codes/cards/:serial" -> {
                var card = card(community);
                writer.post("/codes", "/codes/cards/" + card + "/revocation", Map.of("reason", "LOST"));
                yield at(route, "serial", card, "99999999");
            }
            case "/codes/cards/:serial/revocation" ->
                at(route, "serial", card(community), "99999999", Map.of("reason", "LOST"));
            case "/codes/key" ->
                new Example(
                        route.path(),
                        Map.of("last-day", TODAY.plusDays(30).toString(), "sure", "yes"),
                        route.path(),
                        true);
            // A list that leads on to what it found; what it does not find is tested with the page.
            case "/codes/find" -> new Example(route.path() + "?serial=" + card("c1"), Map.of(), route.path());
            case "/codes/sheets/:id" ->
                at(route, "id", last(sheet(community)), UUID.randomUUID().toString());
            case "/kiosks/codes" ->
                form(route, Map.of("kiosk", "new-" + ++made, "name", "样例一体机", "site", site(community)));
            case "/kiosks/codes/withdrawal" -> form(route, drawn(community));
            case "/kiosks/:id/site" -> at(route, "id", kiosk(community), "nothing", Map.of("site", site(community)));
            case "/kiosks/:id/window" ->
                at(route, "id", kiosk(community), "nothing", Map.of("address", "192.168.1.20"));
            case "/kiosks/:id/queue" -> at(route, "id", kiosk(community), "nothing", Map.of("digit", ""));
            case "/kiosks/:id/sound" ->
                at(
                        route,
                        "id",
                        kiosk(community),
                        "nothing",
                        Map.of("from1", "08:00", "to1", "20:00", "loudness1", "SOFT", "otherwise", "SILENT"));
            case "/kiosks/:id/replacement" ->
                at(route, "id", kiosk(community), "nothing", Map.of("kiosk", "new-" + ++made));
            case "/kiosks/:id", "/kiosks/:id/name", "/kiosks/:id/revocation", "/kiosks/:id/sound/removal" ->
                at(route, "id", kiosk(community), "nothing", Map.of("name", "样例机", "reason", "报废"));
            case "/kiosks/:id/fork" -> at(route, "id", forked(community), "nothing", Map.of("reason", "换硬盘"));
            case "/kiosks/:id/leaving", "/kiosks/:id/leaving/late", "/kiosks/:id/leaving/lost" ->
                at(route, "id", left(community), "nothing", Map.of("reason", "样例"));
            case "/kiosks/:id/carrying" -> carrying(route, community);
            case "/reports/:period" -> report(route, "2026", branch(community));
            case "/reports/:period/workbook" -> report(route, "2026-10", community);
            case "/reports/:period/pages" -> report(route, "2026H1", branch(community));
            case "/reports/:period/steps" -> checked(community);
            case "/reports/gaps/notes" ->
                form(route, Map.of("branch", branch(community), "day", "2026-11-20", "party", "样例", "words", "样例"));
            case "/review/month/lock" -> form(route, monthOf(community));
            case "/review/month/opening" -> form(route, lockedMonth(community));
            case "/review/decisions" ->
                form(
                        route,
                        Map.of("kind", "PARKED", "item", setAside(community), "answer", "DISREGARDED", "reason", "样例"));
            case "/records/:kiosk/:epoch/:seq" ->
                new Example(
                        "/records/" + setAside(community),
                        Map.of("settlement", "DISREGARDED", "reason", "样例"),
                        "/records/nothing/" + EPOCH.hex() + "/1");
            case "/wall/frames/:slot", "/wall/frames/:slot/new" ->
                new Example(
                        route.path().replace(":slot", "room-rules") + "?place=" + community,
                        Map.of(),
                        route.path().replace(":slot", "room-rules") + "?place=nowhere");
            case "/wall/frames/:slot/versions" -> at(route, "slot", "room-rules", "nothing", words(community));
            case "/wall/branches" -> form(route, Map.of());
            case "/wall/structure" -> new Example(route.path(), Map.of("place", community), route.path());
            case "/wall/versions/:id/filing" ->
                at(
                        route,
                        "id",
                        published(community),
                        "nothing",
                        Map.of("filed-on", "2026-11-20", "filed-to", "样例", "filed-by", "样例"));
            case "/wall/versions/:id", "/wall/versions/:id/words" -> {
                var form = new HashMap<>(words(community));
                form.put("revision", "1");
                yield at(route, "id", draft(community), UUID.randomUUID().toString(), form);
            }
            case "/wall/versions/:id/pictures", "/wall/versions/:id/pictures/words" ->
                at(route, "id", draft(community), UUID.randomUUID().toString(), Map.of("revision", "1"));
            case "/wall/versions/:id/pictures/:number" ->
                new Example(
                        "/wall/versions/" + pictured(community) + "/pictures/1",
                        Map.of(),
                        "/wall/versions/" + UUID.randomUUID() + "/pictures/1");
            case "/wall/versions/:id/submission" ->
                at(route, "id", draft(community), UUID.randomUUID().toString());
            case "/wall/versions/:id/return", "/wall/versions/:id/approval" -> {
                var id = submitted(community);
                yield at(
                        route,
                        "id",
                        id,
                        UUID.randomUUID().toString(),
                        Map.of("reason", "样例", "secrecy", "yes", "revision", revision(id)));
            }
            case "/wall/versions/:id/publication" ->
                at(route, "id", approved(community), UUID.randomUUID().toString());
            case "/wall/versions/:id/withdrawal", "/live/wall/versions/:id" ->
                at(route, "id", published(community), UUID.randomUUID().toString(), Map.of("reason", "样例"));
            default -> plain(route);
        };
    }

    private static Map<String, String> organization(String name) {
        return Map.of("name", name, "class", "COMMUNITY", "kind", "ORDINARY", "level", "GROUP");
    }

    /// A group that nobody has belonged to.
    String unused(String community) {
        var branch = branch(community);
        var answer = writer.post(
                "/organizations/" + branch, "/organizations/" + branch + "/new", organization("样例小组" + ++made));
        return last(location(answer));
    }

    private Map<String, String> person(String community) {
        return Map.of("name", "样例甲", "branch", branch(community), "status", "FULL", "relation", "HOME");
    }

    private static Map<String, String> visited() {
        return Map.of("study", "HOME_VISIT", "day", TODAY.toString(), "reason", "样例");
    }

    private String studyOf(String member) {
        writer.post("/hours/members/" + member, "/hours/members/" + member + "/notes", visited());
        return console.database.read(handle -> handle.createQuery("SELECT id FROM study_note WHERE member = ?")
                .bind(0, member)
                .mapTo(String.class)
                .one());
    }

    private static Map<String, String> onDuty(String community) {
        return Map.of("name", "值守样例", "duty", "样例岗位", "role", "DUTY_STAFF", "community", community);
    }

    /// Their id stands in the address of the form that draws another PIN.
    private String person(String community, String name) {
        var body = writer.post("/staff", "/staff/new", onDuty(community)).body();
        var found = Pattern.compile("action=\"/staff/([^/\"]+)/pin\"").matcher(body);
        if (!found.find()) {
            throw new AssertionError(name + " was not entered: " + body);
        }
        return found.group(1);
    }

    private String photographed(String community) {
        var id = person(community, "值守样例");
        return console.database.write((handle, changes) -> {
            var file = new ContentStore(handle).keep(new byte[] {1}, 1);
            var known = new Entries(handle).staff(id).orElseThrow();
            console.reference.publish(handle, changes, List.of(known.showing(Optional.of(file))));
            return id;
        });
    }

    PeopleExamples.Asked asked(String community, Map<String, String> form) {
        var member = entered(community);
        location(writer.post("/roster", "/roster/members/" + member + "/exemptions", form));
        return new PeopleExamples.Asked(
                member,
                console.database.read(handle -> handle.createQuery("SELECT id FROM member_exemption WHERE member = ?")
                        .bind(0, member)
                        .mapTo(String.class)
                        .one()));
    }

    void consented(PeopleExamples.Asked asked) {
        location(reviewer.post(
                "/roster", "/roster/members/" + asked.member() + "/exemptions/consent", Map.of("asked", asked.id())));
    }

    /// The key of a card that is theirs now.
    String carded(String member) {
        location(writer.post(
                "/roster/members/" + member, "/roster/members/" + member + "/number", Map.of("number", number())));
        return console.database.read(handle -> handle.createQuery("SELECT card FROM card_binding WHERE member = ?")
                .bind(0, member)
                .mapTo(String.class)
                .one());
    }

    String entered(String community) {
        return last(location(writer.post("/roster", "/roster/new", person(community))));
    }

    private static Map<String, String> seat(String community) {
        return Map.of("organization", community, "seat", "MEMBER", "seat-from", TODAY.toString());
    }

    private String seatOf(String member) {
        return console.database.read(handle -> handle.createQuery(
                        "SELECT id FROM reference_item WHERE street = 1 AND kind = 'COMMITTEE_SEAT' ORDER BY number DESC")
                .mapTo(String.class)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no seat of " + member)));
    }

    /// Read, and waiting for somebody.
    private String intake(String community) {
        var id = "i-" + ++made;
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO roster_intake (id, login, scope, file, status, state, passed, unknown, row_count, read_rows,"
                        + " done_rows, begun_at, changed_at)"
                        + " VALUES (?, 'somebody', ?, '名册.xlsx', 'FULL', 'READY', 0, '', 0, 0, 0, 1, 1)",
                id,
                community));
        return id;
    }

    /// Of a region that is none.
    private String number() {
        var body =
                "990000" + LocalDate.of(1950, 1, 1).plusDays(++made).toString().replace("-", "") + "001";
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum = (sum + Character.digit(body.charAt(i), 10)) * 2 % 11;
        }
        return body + "10X98765432".charAt(sum);
    }

    private Map<String, String> planned(String community) {
        return Map.of(
                "type",
                "THEME_DAY",
                "organization",
                branch(community),
                "title",
                "样例主题党日",
                "place",
                "样例活动室",
                "day",
                TODAY.plusDays(20).toString(),
                "starts",
                "09:30",
                "ends",
                "11:30");
    }

    String plan(String community) {
        return last(location(writer.post("/plan", "/plan/new", planned(community))));
    }

    private static Example plain(Route route) {
        if (route.path().contains(":") || route.kind() == Route.Kind.ACTION) {
            throw new AssertionError("give the walk an example of " + route.kind() + " " + route.path());
        }
        return form(route, Map.of());
    }

    private static Example ofStreet(Route route, Map<String, String> form) {
        return new Example(route.path(), form, route.path(), true);
    }

    private static Example form(Route route, Map<String, String> form) {
        return new Example(route.path(), form, route.path());
    }

    private static Example at(Route route, String variable, String id, String unknown) {
        return at(route, variable, id, unknown, Map.of());
    }

    static Example at(Route route, String variable, String id, String unknown, Map<String, String> form) {
        return new Example(
                route.path().replace(":" + variable, id), form, route.path().replace(":" + variable, unknown));
    }

    private static String site(String community) {
        return community.replace("c", "site-");
    }

    String training(String community) {
        var form = new HashMap<>(planned(community));
        form.put("type", "TRAINING");
        return last(location(writer.post("/plan", "/plan/new", form)));
    }

    String branch(String community) {
        return console.organizations().stream()
                .filter(each -> each.level() == OrganizationLevel.BRANCH
                        && each.parent().orElseThrow().value().equals(community))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    private String activity(String community) {
        var branch = branch(community);
        return console.activities()
                .filter(each ->
                        List.of(branch, community).contains(each.organization().value()))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    private String member(String community) {
        return console.roll(new OrganizationId(branch(community)))
                .getFirst()
                .id()
                .value();
    }

    private Map<String, String> issue() {
        return Map.of(
                "who", "EVERYBODY",
                "expires", TODAY.plusYears(1).toString(),
                "sheet", UUID.randomUUID().toString());
    }

    private String sheet(String community) {
        var form = new HashMap<>(issue());
        form.put("who", "CHOSEN");
        form.put("member." + member(community), "yes");
        return location(writer.post("/codes", "/codes/branches/" + branch(community) + "/cards", form));
    }

    private String card(String community) {
        sheet(community);
        return "%08d".formatted(number("SELECT max(serial) FROM code_card"));
    }

    private String forked(String community) {
        var kiosk = console.kiosk(Integer.parseInt(community.substring(1)));
        new Ledger(console.database, console.clock, List.of()).notedFork(kiosk, EPOCH, 118);
        console.database.write((handle, changes) -> 0);
        return kiosk.value();
    }

    /// The community's site, which serves another beside it or not.
    private String serving(String community, boolean another) {
        var site = console.database.read(
                handle -> new Entries(handle).site(site(community)).orElseThrow());
        console.reference.publish(List.of(site.serving(another ? List.of(new OrganizationId("c4")) : List.of())));
        return site.id();
    }

    /// A code that nobody has used.
    private Map<String, String> drawn(String community) {
        var kiosk = "drawn-" + ++made;
        long now = console.clock.millis();
        console.database.write((handle, changes) -> handle.execute(
                "INSERT INTO enrolment_code (code_hash, kiosk, name, site, created_at, expires_at)"
                        + " VALUES (?, ?, '样例机', ?, ?, ?)",
                kiosk,
                kiosk,
                site(community),
                now,
                now + 600_000));
        return Map.of("kiosk", kiosk, "created", Long.toString(now));
    }

    private String kiosk(String community) {
        return console.kiosk(Integer.parseInt(community.substring(1))).value();
    }

    private Example carrying(Route route, String community) {
        var from = console.kiosk(Integer.parseInt(community.substring(1)));
        var kiosk = console.kiosk(Integer.parseInt(community.substring(1)));
        var ledger = new TestLedger(kiosk).carry(new TestLedger(from).checkIn("M-1"), 1);
        console.ledger
                .append(kiosk, ledger.epoch(), ledger.pushAll())
                .orElseThrow()
                .join();
        return at(route, "id", kiosk.value(), "nothing", Map.of("from", from.value(), "reason", "样例"));
    }

    private String left(String community) {
        var kiosk = console.kiosk(Integer.parseInt(community.substring(1)));
        console.heartbeat(kiosk, 3, Optional.of(console.clock.instant()));
        new KioskRegistry(console.database, console.clock).revoke(kiosk);
        return kiosk.value();
    }

    /// One that nobody has locked yet.
    private static Example report(Route route, String period, String organization) {
        var path = route.path().replace(":period", period) + "?organization=";
        return new Example(path + organization, Map.of(), path + "nothing");
    }

    private Example checked(String community) {
        var month = YearMonth.of(2026, 10).minusMonths(++made);
        return new Example(
                "/reports/" + month + "/steps?organization=" + community,
                Map.of("organization", community, "step", "CHECKED", "seen", "0", "day", "2026-11-20"),
                "/reports/nothing/steps");
    }

    private Map<String, String> monthOf(String community) {
        var month = YearMonth.of(2026, 10).minusMonths(++made);
        return Map.of("month", month.toString(), "organization", community, "reason", "样例");
    }

    private Map<String, String> lockedMonth(String community) {
        var form = monthOf(community);
        writer.post("/password", "/review/month/lock", form);
        return form;
    }

    private String setAside(String community) {
        var kiosk = console.kiosk(Integer.parseInt(community.substring(1)));
        var ledger = new TestLedger(kiosk).addBytes(ByteString.copyFromUtf8("noise"));
        console.ledger
                .append(kiosk, ledger.epoch(), ledger.pushAll())
                .orElseThrow()
                .join();
        return kiosk + "/" + ledger.epoch().hex() + "/1";
    }

    private static Map<String, String> words(String community) {
        return Map.of(
                "id", UUID.randomUUID().toString(),
                "place", community,
                "title", "活动室管理制度",
                "body", "第一条　保持整洁",
                "classification", "PUBLIC_RULE",
                "valid-from", "2026-11-23");
    }

    private String draft(String community) {
        return last(location(writer.post("/password", "/wall/frames/room-rules/versions", words(community))));
    }

    private String pictured(String community) {
        var id = draft(community);
        return console.database.write((handle, changes) -> {
            var file = new ContentStore(handle).keep(new byte[] {1}, 1);
            handle.execute(
                    "INSERT INTO wall_picture (version, place, file, size, width, height, words)"
                            + " VALUES (?, 1, ?, 1, 1, 1, '样例')",
                    id,
                    file.id().raw());
            return id;
        });
    }

    private String submitted(String community) {
        var id = draft(community);
        location(writer.post("/password", "/wall/versions/" + id + "/submission", Map.of()));
        return id;
    }

    private String approved(String community) {
        var id = submitted(community);
        var form = Map.of("secrecy", "yes", "revision", revision(id));
        location(reviewer.post("/password", "/wall/versions/" + id + "/approval", form));
        return id;
    }

    private String published(String community) {
        var id = approved(community);
        location(reviewer.post("/password", "/wall/versions/" + id + "/publication", Map.of()));
        return id;
    }

    private String revision(String version) {
        return Long.toString(number("SELECT revision FROM wall_version WHERE id = '" + version + "'"));
    }

    private long number(String sql) {
        return console.database.read(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static Example asked(Route route, String query) {
        return new Example(route.path() + query, Map.of(), route.path() + query);
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String location(HttpResponse<String> answer) {
        if (answer.statusCode() != 303) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
