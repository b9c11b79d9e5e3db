package cn.dangqun.domain.duty;

import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.period.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The compliance board of a street: every duty of every organisation in every period that touches a span of days, as
/// it stood at the end of `asOf`. What a person owes counts wherever it was held: a leader may lecture in the linked
/// branch. Computed anew from the activities each time, in one pass over them (F-24).
public final class DutyBoard {
    private final Map<OrganizationId, BranchTables> branches = new LinkedHashMap<>();
    private final Map<MemberId, Set<OrganizationId>> owing = new HashMap<>();

    private DutyBoard(Collection<DutyPlan> plans, LocalDate from, LocalDate to, LocalDate asOf) {
        for (var plan : plans) {
            var bearer = plan.bearer();
            branches.put(bearer.id(), new BranchTables(plan, from, to, asOf));
            bearer.persons().values().stream()
                    .flatMap(List::stream)
                    .forEach(person -> owing.computeIfAbsent(person, fresh -> new LinkedHashSet<>())
                            .add(bearer.id()));
        }
    }

    /// Activities and reschedules of organisations without a plan are passed over, but for what a person owes.
    /// `from` and `to` both belong to the span.
    public static DutyBoard compute(
            Collection<DutyPlan> plans,
            Collection<ActivityRecord> activities,
            Collection<Reschedule> reschedules,
            LocalDate from,
            LocalDate to,
            LocalDate asOf) {
        var board = new DutyBoard(plans, from, to, asOf);
        for (var activity : activities) {
            if (activity.isEligible(asOf)) {
                board.add(activity);
            }
        }
        for (var reschedule : reschedules) {
            var branch = board.branches.get(reschedule.organization());
            if (branch != null) {
                branch.add(reschedule);
            }
        }
        return board;
    }

    private void add(ActivityRecord activity) {
        var holder = branches.get(activity.organization());
        if (holder != null) {
            holder.add(activity);
        }
        if (activity.person().isEmpty()) {
            return;
        }
        for (var organization : owing.getOrDefault(activity.person().get(), Set.of())) {
            if (!organization.equals(activity.organization())) {
                Objects.requireNonNull(branches.get(organization)).addElsewhere(activity);
            }
        }
    }

    /// Every row, by organisation, duty and period; groups or persons before their roll-up.
    public List<DutyVerdict> verdicts() {
        var all = new ArrayList<DutyVerdict>();
        branches.values().forEach(branch -> all.addAll(branch.verdicts()));
        return all;
    }

    public List<DutyVerdict> verdicts(OrganizationId organization) {
        var branch = branches.get(organization);
        return branch == null ? List.of() : branch.verdicts();
    }

    /// The rows of one duty and period; none when the profile has no such duty, or the period lies outside the span.
    public List<DutyVerdict> verdicts(OrganizationId organization, DutyCode duty, Period period) {
        var branch = branches.get(organization);
        return branch == null ? List.of() : branch.verdicts(duty, period);
    }
}
