package cn.dangqun.domain.duty;

import cn.dangqun.domain.period.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All duties of one organisation over a span of time.
final class BranchTables {
    private record Moved(DutyCode duty, Period period) {}

    private final Map<DutyCode, RuleTable> tables = new LinkedHashMap<>();
    private final Map<Moved, List<Reschedule>> reschedules = new HashMap<>();
    private final LocalDate asOf;

    BranchTables(DutyPlan plan, LocalDate from, LocalDate to, LocalDate asOf) {
        this.asOf = asOf;
        plan.rules().forEach(rule -> tables.put(rule.code(), new RuleTable(plan, rule, from, to)));
    }

    void add(ActivityRecord activity) {
        for (var duty : activity.duties()) {
            var table = tables.get(duty);
            if (table != null) {
                table.add(activity);
            }
        }
    }

    /// Of another organisation: only what a person fulfils.
    void addElsewhere(ActivityRecord activity) {
        for (var duty : activity.duties()) {
            var table = tables.get(duty);
            if (table != null && table.isPersonal()) {
                table.add(activity);
            }
        }
    }

    void add(Reschedule reschedule) {
        reschedules
                .computeIfAbsent(new Moved(reschedule.duty(), reschedule.period()), ignored -> new ArrayList<>())
                .add(reschedule);
    }

    List<DutyVerdict> verdicts() {
        var all = new ArrayList<DutyVerdict>();
        tables.forEach((duty, table) ->
                table.periods().forEach(period -> all.addAll(table.verdicts(period, movesOf(duty, period), asOf))));
        return all;
    }

    List<DutyVerdict> verdicts(DutyCode duty, Period period) {
        var table = tables.get(duty);
        return table == null ? List.of() : table.verdicts(period, movesOf(duty, period), asOf);
    }

    private List<Reschedule> movesOf(DutyCode duty, Period period) {
        return reschedules.isEmpty() ? List.of() : reschedules.getOrDefault(new Moved(duty, period), List.of());
    }
}
