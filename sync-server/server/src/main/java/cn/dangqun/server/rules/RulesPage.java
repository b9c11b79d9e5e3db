package cn.dangqun.server.rules;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.config.profile.ProfileReading;
import cn.dangqun.domain.calendar.YearCalendar;
import cn.dangqun.domain.duty.DutyBearer;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.duty.DutyScope;
import cn.dangqun.domain.explain.DutyExplanation;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.period.PeriodKind;
import cn.dangqun.domain.profile.ProfileChoice;
import cn.dangqun.server.rules.OrganizationRules.Committee;
import cn.dangqun.server.rules.RulesModel.Due;
import cn.dangqun.server.rules.RulesModel.Duty;
import cn.dangqun.server.rules.RulesModel.Line;
import cn.dangqun.server.rules.RulesModel.Typed;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Puts an organisation's rules into words.
record RulesPage(ProfileLibrary library, Texts texts, Times times) {
    /// In the order of the form.
    static final List<String> PARAMS = List.of(
            "memberMeetingPeriod",
            "yearStartDeadline",
            "graceDays",
            "remindDays",
            "noticeDays",
            "quorumBasis",
            "proration",
            "hoursPerDay");

    private static final int CHANGES_A_PAGE = 20;
    private static final int SOON_DAYS = 62;

    RulesModel write(
            Handle handle,
            Organization organization,
            boolean mayKeep,
            List<String> problems,
            Typed form,
            ListQuestion asked) {
        var history = new RulesStore(handle).of(organization.id());
        var question = asked.within(history.size(), CHANGES_A_PAGE);
        var book = RuleBook.on(handle, library, times.today());
        var bearer = book.bearer(organization);
        var reading = book.profile(organization.id());
        return new RulesModel(
                organization.id().value(),
                organization.name(),
                title(book.choice(organization.id()).profile()),
                book.chooser(organization.id()).map(Organization::name).orElse(""),
                switch (reading) {
                    case ProfileReading.Accepted(var profile, var ignored) ->
                        profile.duties().stream()
                                .map(each -> duty(each, bearer))
                                .toList();
                    case ProfileReading.Refused ignored -> List.of();
                },
                soon(reading),
                question.cut(history, CHANGES_A_PAGE).stream().map(this::line).toList(),
                question.pages(texts, RulesRoutes.address(organization.id()), history.size(), CHANGES_A_PAGE),
                mayKeep,
                problems,
                form);
    }

    private String title(String profile) {
        return library.read(new ProfileChoice(profile, Map.of()))
                        instanceof ProfileReading.Accepted(var read, var ignored)
                ? read.title()
                : profile;
    }

    private List<Due> soon(ProfileReading reading) {
        var today = times.today();
        return switch (reading) {
            case ProfileReading.Accepted(var profile, var ignored) ->
                new YearCalendar(profile.calendar())
                        .between(today, today.plusDays(SOON_DAYS)).stream()
                                .map(each -> new Due(
                                        times.day(each.day()), each.date().name()))
                                .toList();
            case ProfileReading.Refused ignored -> List.of();
        };
    }

    private Duty duty(DutyRule rule, DutyBearer bearer) {
        boolean applies = rule.condition().holdsFor(bearer);
        return new Duty(DutyExplanation.nameOf(rule), often(rule), when(rule, bearer, applies), applies);
    }

    private String often(DutyRule rule) {
        var times = rule.max().isPresent() && rule.max().getAsInt() > rule.min()
                ? texts.get("rules.duty.between", rule.min(), rule.max().getAsInt())
                : texts.get("rules.duty.atLeast", rule.min());
        return period(rule.period())
                + times
                + switch (rule.scope()) {
                    case BRANCH -> "";
                    case GROUP -> texts.get("rules.duty.eachGroup");
                    case PERSON -> texts.get("rules.duty.eachPerson");
                };
    }

    private String period(PeriodKind kind) {
        return switch (kind) {
            case MONTH -> texts.get("rules.period.month");
            case QUARTER -> texts.get("rules.period.quarter");
            case HALF_YEAR -> texts.get("rules.period.halfYear");
            case YEAR -> texts.get("rules.period.year");
        };
    }

    /// The next day that is not over yet.
    private String when(DutyRule rule, DutyBearer bearer, boolean applies) {
        if (!applies || (rule.scope() == DutyScope.GROUP && bearer.groups().isEmpty())) {
            return texts.get("rules.duty.notHere");
        }
        if (rule.schedule().isEmpty()) {
            return texts.get("rules.duty.within");
        }
        var period = Period.of(rule.period(), times.today());
        return Stream.of(new Period(rule.period(), period.ordinal() - 1), period, period.next())
                .flatMap(each -> rule.schedule().get().targetIn(each, bearer).stream())
                .filter(target -> !target.day().isBefore(times.today()))
                .findFirst()
                .map(target -> texts.get(target.fixedDay() ? "rules.duty.on" : "rules.duty.until", target.day()))
                .orElseGet(() -> texts.get("rules.duty.noDay"));
    }

    private Line line(OrganizationRules rules) {
        var said = new ArrayList<String>();
        said.add(rules.profile().map(this::title).orElseGet(() -> texts.get("rules.profile.asAbove")));
        PARAMS.stream()
                .filter(rules.params()::containsKey)
                .map(each -> texts.get(RulesRoutes.FIELD + ".param-" + each) + " "
                        + rules.params().get(each))
                .forEach(said::add);
        rules.committee().map(this::committee).ifPresent(said::add);
        rules.themeDay().map(day -> texts.get("rules.line.themeDay", day)).ifPresent(said::add);
        return new Line(
                texts.get("roster.history.from", rules.since()),
                said.stream().collect(Collectors.joining("；")),
                rules.reason(),
                rules.login());
    }

    private String committee(Committee committee) {
        return switch (committee) {
            case HAS -> texts.get("rules.committee.has");
            case HAS_NOT -> texts.get("rules.committee.hasNot");
        };
    }

    /// As it stands, for a change from today on.
    Typed form(Handle handle, Organization organization) {
        var newest = new RulesStore(handle).of(organization.id()).stream().findFirst();
        return new Typed(
                library.names().stream()
                        .sorted()
                        .map(each -> new Choice(
                                each,
                                title(each),
                                newest.flatMap(OrganizationRules::profile)
                                        .filter(each::equals)
                                        .isPresent()))
                        .toList(),
                Choice.of(
                        Committee.values(),
                        this::committee,
                        newest.flatMap(OrganizationRules::committee)
                                .map(Committee::name)
                                .orElse("")),
                newest.map(OrganizationRules::params).orElse(Map.of()),
                newest.flatMap(OrganizationRules::themeDay).map(String::valueOf).orElse(""),
                times.today().toString(),
                "");
    }

    static Typed typed(Typed before, Visit visit) {
        var params = new HashMap<String, String>();
        PARAMS.forEach(each -> params.put(each, visit.form("param-" + each)));
        return new Typed(
                Choice.choosing(before.profiles(), visit.form("profile")),
                Choice.choosing(before.committee(), visit.form("committee")),
                params,
                visit.form("theme-day"),
                visit.form("since"),
                visit.form("reason"));
    }

    Optional<String> known(String profile) {
        return Optional.of(profile).filter(library.names()::contains);
    }
}
