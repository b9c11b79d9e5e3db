package cn.dangqun.server.rules;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.config.profile.json.Fault;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.Owners;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.rules.OrganizationRules.Committee;
import cn.dangqun.server.rules.RulesDesk.Result;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Entrance;
import cn.dangqun.server.web.Form;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Policy;
import cn.dangqun.server.web.Reply;
import cn.dangqun.server.web.Right;
import cn.dangqun.server.web.Routes;
import cn.dangqun.server.web.Subtree;
import cn.dangqun.server.web.Trace;
import cn.dangqun.server.web.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// 组织生活规则 of one organisation: which profile, which parameters, from which day (RULES §3).
public final class RulesRoutes implements Routes {
    static final String FIELD = "rules.field";
    private static final String PAGE = "/organizations/:id/rules";
    private static final Right KEEPS = Right.of(Permission.KEEP_ORGANIZATIONS);
    private static final int LAST_DAY_OF_ALL_MONTHS = 28;
    private static final int LONGEST_PARAM = 20;
    private static final int LONGEST_REASON = 200;

    private final Database database;
    private final RulesDesk desk;
    private final RulesPage page;
    private final Texts texts;
    private final Times times;

    public RulesRoutes(Database database, ReferenceLedger reference, ProfileLibrary library, Texts texts, Times times) {
        this.database = database;
        this.desk = new RulesDesk(database, reference, library, times);
        this.page = new RulesPage(library, texts, times);
        this.texts = texts;
        this.times = times;
    }

    @Override
    public void mount(Entrance entrance) {
        var named = Subtree.of((handle, visit) -> Owners.ofOrganization(handle, visit.param("id")));
        entrance.page(
                PAGE,
                new Policy(Right.signedIn(), named, Trace.none("rules name nobody")),
                visit -> of(visit, organization -> show(200, visit, organization, List.of())));
        entrance.action(
                PAGE,
                new Policy(KEEPS, named, Trace.deed(Action.ORGANIZATION_RULED)),
                visit -> of(visit, organization -> set(visit, organization)));
    }

    static String address(OrganizationId organization) {
        return PAGE.replace(":id", organization.value());
    }

    private Reply of(Visit visit, Function<Organization, Reply> answer) {
        return database.read(handle -> new Entries(handle).tree().find(new OrganizationId(visit.param("id"))))
                .map(answer)
                .orElseGet(Reply.NotFound::new);
    }

    private Reply show(int status, Visit visit, Organization organization, List<String> problems) {
        var model = database.read(handle -> {
            var form = page.form(handle, organization);
            return page.write(
                    handle,
                    organization,
                    KEEPS.isOf(visit.viewer()),
                    problems,
                    problems.isEmpty() ? form : RulesPage.typed(form, visit),
                    ListQuestion.of(visit));
        });
        return new Reply.Page(status, "rules/one", texts.get("rules.page.title"), Map.of("rules", model));
    }

    private Reply set(Visit visit, Organization organization) {
        var form = new Form(visit, texts, FIELD);
        var wanted = read(visit, form, organization);
        if (form.isGood()) {
            switch (desk.set(wanted.orElseThrow(), Actor.of(visit))) {
                case Result.Done() -> {}
                case Result.WouldRewrite() -> form.refuse(texts.get("rules.refused.past"));
                case Result.AsItIs() -> form.refuse(texts.get("roster.refused.same"));
                case Result.DoNotFit(var who, var faults) ->
                    form.refuse(texts.get(
                            "rules.refused.misfit",
                            who.name(),
                            faults.stream().map(Fault::message).collect(Collectors.joining("；"))));
            }
        }
        return form.isGood()
                ? new Reply.SeeOther(address(organization.id()))
                : show(422, visit, organization, form.problems());
    }

    private Optional<OrganizationRules> read(Visit visit, Form form, Organization organization) {
        var profile = page.known(visit.form("profile"));
        if (profile.isEmpty() && !visit.form("profile").isEmpty()) {
            form.refuse(texts.get("rules.refused.profile"));
        }
        var params = new HashMap<String, String>();
        for (var name : RulesPage.PARAMS) {
            form.optional("param-" + name, LONGEST_PARAM).ifPresent(value -> params.put(name, value));
        }
        var committee = form.choice("committee", Committee.class);
        var themeDay = form.number("theme-day", 1, LAST_DAY_OF_ALL_MONTHS);
        var since = form.requiredDay("since");
        var reason = form.text("reason", LONGEST_REASON);
        return since.filter(ignored -> form.isGood())
                .map(day -> new OrganizationRules(
                        organization.id(),
                        day,
                        profile,
                        params,
                        committee,
                        themeDay,
                        reason,
                        visit.viewer().login(),
                        times.now()));
    }
}
