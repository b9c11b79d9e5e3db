package cn.dangqun.bench;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.config.profile.ProfileReading;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.duty.ActivityRecord;
import cn.dangqun.domain.duty.ActivityState;
import cn.dangqun.domain.duty.ActivityValidity;
import cn.dangqun.domain.duty.DutyBearer;
import cn.dangqun.domain.duty.DutyCode;
import cn.dangqun.domain.duty.DutyPlan;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.duty.DutyScope;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.profile.ProfileChoice;
import cn.dangqun.domain.profile.RuleProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// A made-up street and its activities of one year, in the order of arrival, which is none. The same every time.
public final class BenchStreet {
    public static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);

    private final Random random = new Random(20_250_101);
    private final List<DutyPlan> plans;
    private final List<ActivityRecord> activities = new ArrayList<>();

    public BenchStreet(int branches, int count) {
        var profile = chengdu();
        plans = IntStream.range(0, branches)
                .mapToObj(number -> profile.planFor(branch(number)))
                .toList();
        for (int number = 0; number < count; number++) {
            activities.add(activity(number, plans.get(number % branches)));
        }
        Collections.shuffle(activities, random);
    }

    public List<DutyPlan> plans() {
        return plans;
    }

    public List<ActivityRecord> activities() {
        return activities;
    }

    private static RuleProfile chengdu() {
        return switch (ProfileLibrary.shipped().read(new ProfileChoice("CHENGDU_2021", Map.of()))) {
            case ProfileReading.Accepted accepted -> accepted.profile();
            case ProfileReading.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private static DutyBearer branch(int number) {
        var id = "branch-" + number;
        return new DutyBearer(
                new OrganizationId(id),
                OrganizationLevel.BRANCH,
                OrganizationClass.COMMUNITY,
                true,
                IntStream.rangeClosed(1, 4)
                        .mapToObj(group -> new OrganizationId(id + "-" + group))
                        .toList(),
                Map.of(),
                OptionalInt.of(1 + number % 28),
                Optional.empty(),
                Optional.empty());
    }

    private ActivityRecord activity(int number, DutyPlan plan) {
        var rules = plan.rules();
        var rule = rules.get(random.nextInt(rules.size()));
        var day = FIRST_DAY.plusDays(random.nextInt(365));
        var groups = plan.bearer().groups();
        return new ActivityRecord(
                new ActivityId("a-" + number),
                plan.bearer().id(),
                day,
                random.nextInt(20) == 0 ? ActivityState.CANCELLED : ActivityState.ARCHIVED,
                random.nextInt(20) == 0 ? ActivityValidity.INVALID : ActivityValidity.VALID,
                marks(rule),
                rule.scope() == DutyScope.GROUP
                        ? Optional.of(groups.get(random.nextInt(groups.size())))
                        : Optional.empty(),
                Optional.empty(),
                rule.coversPeriod() ? Optional.of(Period.of(rule.period(), day)) : Optional.empty());
    }

    /// A theme day often carries a lecture as well (OQ-11).
    private Set<DutyCode> marks(DutyRule rule) {
        var lecture = new DutyCode("PARTY_LECTURE");
        boolean both = rule.code().value().equals("THEME_DAY") && random.nextInt(3) == 0;
        return both ? Set.of(rule.code(), lecture) : Set.of(rule.code());
    }
}
