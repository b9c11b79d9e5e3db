package cn.dangqun.config.profile.cases;

import cn.dangqun.config.profile.InlineProfile;
import cn.dangqun.config.profile.json.Params;
import cn.dangqun.config.profile.json.Place;
import cn.dangqun.domain.duty.ActivityRecord;
import cn.dangqun.domain.duty.DutyBearer;
import cn.dangqun.domain.duty.DutyBoard;
import cn.dangqun.domain.duty.DutyCode;
import cn.dangqun.domain.duty.DutyPlan;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.duty.DutyScope;
import cn.dangqun.domain.duty.DutySubject;
import cn.dangqun.domain.duty.DutyVerdict;
import cn.dangqun.domain.duty.Reschedule;
import cn.dangqun.domain.explain.DutyExplanation;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.profile.RuleProfile;
import cn.dangqun.domain.rule.ProfileRef;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Cases of `frequency-cases/1`: duties of one branch over some periods.
final class FrequencyCases implements CaseKind<List<DutyRule>> {
    private record Wanted(DutyCode duty, Period period) {}

    private record Situation(
            DutyBearer bearer, LocalDate asOf, List<ActivityRecord> events, List<Reschedule> reschedules) {}

    @Override
    public List<DutyRule> rulesIn(Place block, Params params) {
        return InlineProfile.duties(block, params);
    }

    @Override
    public List<DutyRule> rulesOf(RuleProfile profile) {
        return profile.duties();
    }

    /// Rows of other groups or periods may be left out of an expectation.
    @Override
    public Comparison comparison() {
        return new Comparison(List.of("duty", "period", "groupId", "personId"), row -> true, Map.of());
    }

    @Override
    public Optional<Computed> compute(ProfileRef profile, List<DutyRule> rules, Place input, Optional<Place> expected) {
        int before = input.faultCount();
        input.only("profile", "params", "org", "asOf", "events", "reschedules", "note");
        var events = input.field("events").items().stream()
                .map(FrequencyInput::event)
                .toList();
        var bearer = FrequencyInput.org(input.field("org"), rules, named(events, expected));
        var situation = new Situation(
                bearer,
                input.field("asOf").date(),
                events,
                input.maybe("reschedules").map(Place::items).orElseGet(List::of).stream()
                        .flatMap(each -> FrequencyInput.reschedule(each, bearer.id()).stream())
                        .toList());
        Optional<Set<Wanted>> wanted = expected.map(FrequencyCases::wanted);
        if (input.faultCount() > before) {
            return Optional.empty();
        }
        var plan = new DutyPlan(profile, rules, bearer);
        var verdicts = wanted.map(rows -> wanted(plan, situation, rows)).orElseGet(() -> all(plan, situation));
        var rows = JsonNodeFactory.instance.arrayNode();
        verdicts.forEach(verdict -> rows.add(row(verdict)));
        return Optional.of(new Computed(
                profile, rows, rows, verdicts.stream().map(DutyExplanation::of).toList()));
    }

    private static List<MemberId> named(List<ActivityRecord> events, Optional<Place> expected) {
        var rows = expected.map(Place::items).orElseGet(List::of).stream();
        return Stream.concat(
                        rows.flatMap(row -> row.maybe("personId").flatMap(FrequencyInput::person).stream()),
                        events.stream().flatMap(event -> event.person().stream()))
                .toList();
    }

    private static Set<Wanted> wanted(Place expected) {
        var rows = new LinkedHashSet<Wanted>();
        for (var row : expected.items()) {
            row.only(
                    "duty",
                    "period",
                    "status",
                    "count",
                    "shortfall",
                    "flags",
                    "dueDate",
                    "groupId",
                    "personId",
                    "note");
            var duty = FrequencyInput.dutyCode(row.field("duty"));
            FrequencyInput.period(row.field("period")).ifPresent(period -> rows.add(new Wanted(duty, period)));
        }
        return rows;
    }

    private static List<DutyVerdict> wanted(DutyPlan plan, Situation situation, Set<Wanted> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var days = rows.stream()
                .flatMap(row -> Stream.of(row.period().firstDay(), row.period().lastDay()))
                .sorted()
                .toList();
        var board = board(plan, situation, days.getFirst(), days.getLast());
        return rows.stream()
                .map(row -> board.verdicts(plan.bearer().id(), row.duty(), row.period()))
                .flatMap(Collection::stream)
                .toList();
    }

    /// From the first day of the earliest year anything is known of.
    private static List<DutyVerdict> all(DutyPlan plan, Situation situation) {
        int year = Stream.concat(
                        Stream.of(situation.asOf()), situation.events().stream().map(ActivityRecord::heldOn))
                .mapToInt(LocalDate::getYear)
                .min()
                .orElseThrow();
        return board(plan, situation, LocalDate.of(year, 1, 1), situation.asOf())
                .verdicts();
    }

    private static DutyBoard board(DutyPlan plan, Situation situation, LocalDate from, LocalDate to) {
        return DutyBoard.compute(
                List.of(plan), situation.events(), situation.reschedules(), from, to, situation.asOf());
    }

    private static ObjectNode row(DutyVerdict verdict) {
        var row = JsonNodeFactory.instance.objectNode();
        row.put("duty", verdict.rule().code().value());
        row.put("period", verdict.period().toString());
        row.put("status", verdict.status().name());
        row.put("count", verdict.count());
        row.put("shortfall", verdict.shortfall());
        var flags = row.putArray("flags");
        verdict.flags().forEach(flag -> flags.add(flag.name()));
        verdict.due().ifPresent(due -> row.put("dueDate", due.toString()));
        switch (verdict.subject()) {
            case DutySubject.Group group -> row.put("groupId", group.id().value());
            case DutySubject.Person person -> row.put("personId", person.id().value());
            case DutySubject.Whole ignored -> {
                if (verdict.rule().scope() != DutyScope.BRANCH) {
                    row.putNull(verdict.rule().scope() == DutyScope.GROUP ? "groupId" : "personId");
                }
            }
        }
        return row;
    }
}
