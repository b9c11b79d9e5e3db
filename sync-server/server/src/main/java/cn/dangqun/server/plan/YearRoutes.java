package cn.dangqun.server.plan;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.config.profile.ProfileReading;
import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.attendance.AttendanceWords;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.plan.PlanDesk.Draft;
import cn.dangqun.server.plan.PlanDesk.Result;
import cn.dangqun.server.plan.YearModel.Proposed;
import cn.dangqun.server.plan.YearProposals.Proposal;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.rules.RuleBook;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// 年度计划: what an organisation owes in a year, or did a year before, to tick, fill and plan at once.
public final class YearRoutes implements Routes {
    private static final LocalTime AFTERNOON = LocalTime.of(14, 30);
    private static final LocalTime EVENING = LocalTime.of(19, 0);
    private static final Duration LASTS = Duration.between(PlanPage.USUAL_START, PlanPage.USUAL_END);
    private static final String PAGE = "/plan/year";
    private static final int MOST_ROWS = 200;
    private static final int YEARS_AHEAD = 5;

    /// Nobody waits for a whole year; what is left by a refusal is proposed again.
    private static final int A_WRITE = 12;

    private final Database database;
    private final ProfileLibrary library;
    private final PlanDesk desk;
    private final PlanWords words;
    private final Texts texts;
    private final Times times;
    private final ZoneId zone;

    public YearRoutes(
            Database database,
            ReferenceLedger reference,
            ProfileLibrary library,
            Texts texts,
            Times times,
            ZoneId zone) {
        this.database = database;
        this.library = library;
        this.desk = new PlanDesk(database, reference, texts, times, zone);
        this.words = new PlanWords(texts, new AttendanceWords(texts));
        this.texts = texts;
        this.times = times;
        this.zone = zone;
    }

    static String address(String organization, int year) {
        return PAGE + "?year=" + year
                + (organization.isEmpty()
                        ? ""
                        : "&organization=" + URLEncoder.encode(organization, StandardCharsets.UTF_8));
    }

    @Override
    public void mount(Entrance entrance) {
        var ofOrganization = Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.form("organization")));
        entrance.page(
                PAGE,
                new Policy(PlanRoutes.PLANS, Subtree.filtered(), Trace.none("a proposal that names nobody")),
                visit -> show(200, visit, List.of()));
        entrance.action(
                PAGE, new Policy(PlanRoutes.PLANS, ofOrganization, Trace.deed(Action.ACTIVITY_PLANNED)), this::plan);
    }

    private Reply show(int status, Visit visit, List<String> problems) {
        var model = database.read(handle -> write(handle, visit, problems));
        return new Reply.Page(status, "plan/year", texts.get("plan.year.title"), Map.of("year", model));
    }

    private static String asked(Visit visit, String field) {
        return visit.form().containsKey("_csrf")
                ? visit.form(field)
                : visit.query(field).orElse("");
    }

    /// This year, or a near one that was asked for.
    private int year(Visit visit) {
        int now = times.today().getYear();
        return Optional.of(asked(visit, "year"))
                .filter(text -> text.matches("\\d{4}"))
                .map(Integer::valueOf)
                .filter(each -> each >= now && each <= now + YEARS_AHEAD)
                .orElse(now);
    }

    private YearModel write(Handle handle, Visit visit, List<String> problems) {
        int year = year(visit);
        boolean copies = asked(visit, "from").equals("last");
        var chosen = asked(visit, "organization");
        var organizations = PlanPage.organizations(handle, visit.viewer().scope(), chosen);
        var book = RuleBook.on(handle, library, times.today());
        var organization = organizations.stream()
                .filter(each -> each.chosen())
                .findFirst()
                .flatMap(each -> book.organization(new OrganizationId(each.value())));
        var proposals = organization
                .map(each -> new YearProposals(handle, book, each, times.today()))
                .map(each -> copies ? each.copied(year) : each.due(year))
                .orElse(List.of());
        var rows = new ArrayList<Proposed>();
        for (var each : proposals.stream().limit(MOST_ROWS).toList()) {
            rows.add(row(handle, each, rows.size(), problems.isEmpty() ? Optional.empty() : Optional.of(visit)));
        }
        return new YearModel(
                year,
                chosen,
                organizations,
                copies,
                organization.map(each -> title(book, each)).orElse(""),
                visit.form("place"),
                rows,
                problems);
    }

    private static String title(RuleBook book, Organization organization) {
        return book.profile(organization.id()) instanceof ProfileReading.Accepted(var profile, var ignored)
                ? profile.title()
                : "";
    }

    private Proposed row(Handle handle, Proposal proposal, int at, Optional<Visit> typed) {
        var like = proposal.like();
        var fresh = new Proposed(
                proposal.type() + " " + proposal.organization(),
                true,
                words.attendance().type(proposal.type()),
                PlanPage.name(handle, proposal.organization()),
                proposal.due()
                        .map(due -> texts.get(due.fixedDay() ? "plan.year.on" : "plan.year.until", due.day()))
                        .orElse(""),
                proposal.day().toString(),
                like.map(each -> clock(each.starts())).orElse(starts(proposal).toString()),
                like.map(each -> clock(each.ends()))
                        .orElse(starts(proposal).plus(LASTS).toString()),
                proposal.title(),
                like.map(Activity::place).orElse(""));
        return typed.map(visit -> new Proposed(
                        fresh.key(),
                        !visit.form("row." + at).isEmpty(),
                        fresh.what(),
                        fresh.organization(),
                        fresh.due(),
                        visit.form("day." + at),
                        visit.form("starts." + at),
                        visit.form("ends." + at),
                        visit.form("title." + at),
                        visit.form("place." + at)))
                .orElse(fresh);
    }

    private static LocalTime starts(Proposal proposal) {
        return switch (proposal.turn()) {
            case 0 -> PlanPage.USUAL_START;
            case 1 -> AFTERNOON;
            default -> EVENING;
        };
    }

    private String clock(Instant at) {
        return at.atZone(zone).toLocalTime().toString();
    }

    /// What is planned by now, as after a form that was sent twice, is not planned again.
    private Reply plan(Visit visit) {
        var drafts = new ArrayList<Draft>();
        var problems = new ArrayList<String>();
        for (int at = 0; at < MOST_ROWS; at++) {
            if (!visit.form("row." + at).isEmpty()) {
                var row = at(visit, at);
                var form = new Form(row, texts, "plan.field");
                new PlanForm(row, form, words, id -> isOfTheirs(visit, id))
                        .draft()
                        .ifPresent(drafts::add);
                int number = at + 1;
                form.problems().forEach(each -> problems.add(texts.get("plan.year.row", number, each)));
            }
        }
        if (drafts.isEmpty() && problems.isEmpty()) {
            problems.add(texts.get("plan.year.nothingTicked"));
        }
        if (!problems.isEmpty()) {
            return show(422, visit, problems);
        }
        var fresh = unplanned(visit, drafts);
        for (int from = 0; from < fresh.size(); from += A_WRITE) {
            var some = fresh.subList(from, Math.min(from + A_WRITE, fresh.size()));
            if (desk.plan(some, Actor.of(visit)) instanceof Result.Refused(var why)) {
                return show(422, visit, List.of(words.refusal(why)));
            }
        }
        return new Reply.SeeOther(PlanRoutes.LIST + "?month="
                + drafts.getFirst().heldOn().toString().substring(0, "2026-01".length()) + "&organization="
                + URLEncoder.encode(visit.form("organization"), StandardCharsets.UTF_8));
    }

    /// One row as if it had been typed into the form of a single activity.
    private static Visit at(Visit visit, int at) {
        var key = visit.form("row." + at).split(" ", 2);
        var form = new HashMap<String, String>();
        form.put("type", key[0]);
        form.put("organization", key.length > 1 ? key[1] : "");
        for (var field : List.of("day", "starts", "ends", "title", "place")) {
            form.put(field, visit.form(field + "." + at));
        }
        if (form.getOrDefault("place", "").isBlank()) {
            form.put("place", visit.form("place"));
        }
        return visit.withForm(form);
    }

    private boolean isOfTheirs(Visit visit, OrganizationId id) {
        var top = Asked.organization(visit.form("organization"));
        return top.isPresent()
                && database.read(handle -> new Entries(handle).tree().contains(top.get(), id));
    }

    private List<Draft> unplanned(Visit visit, List<Draft> drafts) {
        return database.read(handle -> {
            var book = RuleBook.on(handle, library, times.today());
            var organization = book.organization(new OrganizationId(visit.form("organization")))
                    .orElseThrow();
            var known = new HashSet<Activity>();
            var proposals = new YearProposals(handle, book, organization, times.today());
            drafts.stream()
                    .map(each -> each.heldOn().getYear())
                    .distinct()
                    .forEach(each -> known.addAll(proposals.held(each)));
            return drafts.stream()
                    .filter(draft -> known.stream()
                            .noneMatch(each ->
                                    YearProposals.isSame(each, draft.type(), draft.organization(), draft.heldOn())
                                            && each.starts()
                                                    .equals(draft.heldOn()
                                                            .atTime(draft.starts())
                                                            .atZone(zone)
                                                            .toInstant())))
                    .toList();
        });
    }
}
