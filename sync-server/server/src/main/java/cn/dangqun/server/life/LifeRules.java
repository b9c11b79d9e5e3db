package cn.dangqun.server.life;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.config.profile.ProfileReading;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.duty.Condition;
import cn.dangqun.domain.duty.DutyBearer;
import cn.dangqun.domain.duty.DutyCode;
import cn.dangqun.domain.duty.DutyPlan;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.duty.DutyScope;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.profile.ProfileChoice;
import cn.dangqun.domain.profile.RuleProfile;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.rules.RuleBook;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What organisations owe by the rules, the seats and the members of a day. Keeps what it has read; for one thread.
@OneProcess("What one page has read of rules, gone with the page: right in every process.")
final class LifeRules {
    private static final DutyCode OF_SECRETARIES = new DutyCode("SECRETARY_LECTURE");

    private final RuleBook book;
    private final ProfileLibrary library;
    private final Map<OrganizationId, Times> times = new HashMap<>();
    private final Map<LocalDate, RuleBook> books = new HashMap<>();
    private final Map<ProfileChoice, Optional<Known>> profiles = new HashMap<>();

    LifeRules(RuleBook book, ProfileLibrary library, Roster roster) {
        this.book = book;
        this.library = library;
        for (var member : roster.members()) {
            for (var each : member.memberships()) {
                times.merge(each.branch(), new Times(each.from(), each.until()), Times::with);
            }
        }
    }

    /// Since when, and until when, anybody has belonged there, as far as is known.
    private record Times(Optional<LocalDate> from, Optional<LocalDate> until) {
        Times with(Times other) {
            return new Times(
                    from.flatMap(one -> other.from.map(two -> one.isBefore(two) ? one : two)),
                    until.flatMap(one -> other.until.map(two -> one.isAfter(two) ? one : two)));
        }
    }

    /// `profile` is that of the day.
    record Terms(RuleProfile profile, DutyPlan plan) {}

    private record Known(RuleProfile profile, Map<OrganizationLevel, List<DutyRule>> owed) {}

    /// Empty where profile and parameters do not go together any more, and where nothing is owed at all.
    Optional<Terms> on(LocalDate day, Organization organization) {
        var then = books.computeIfAbsent(day, book::at);
        return profiles.computeIfAbsent(then.choice(organization.id()), this::read)
                .map(known -> new Terms(
                        known.profile(),
                        new DutyPlan(
                                known.profile().ref(),
                                owed(known, organization),
                                bearer(then, organization, owed(known, organization)))))
                .filter(terms -> !terms.plan().rules().isEmpty());
    }

    private Optional<Known> read(ProfileChoice choice) {
        return library.read(choice) instanceof ProfileReading.Accepted(var profile, var ignored)
                ? Optional.of(new Known(profile, owed(profile)))
                : Optional.empty();
    }

    private static List<DutyRule> owed(Known known, Organization organization) {
        return known.owed().getOrDefault(organization.level(), List.of());
    }

    /// What is done by an activity: publications and censuses are no activities, and nothing records them yet.
    private static Map<OrganizationLevel, List<DutyRule>> owed(RuleProfile profile) {
        var owed = new EnumMap<OrganizationLevel, List<DutyRule>>(OrganizationLevel.class);
        for (var level : OrganizationLevel.values()) {
            owed.put(
                    level,
                    profile.duties().stream()
                            .filter(rule -> rule.activityType().isPresent() && !rule.coversPeriod())
                            .filter(rule -> isFor(rule, level))
                            .toList());
        }
        return owed;
    }

    /// Branches owe what nobody else is named for; what committees owe says so, or is theirs by its nature.
    private static boolean isFor(DutyRule rule, OrganizationLevel level) {
        return switch (level) {
            case BRANCH -> !(rule.condition() instanceof Condition.LevelIn(var levels)) || levels.contains(level);
            case STREET_COMMITTEE, COMMITTEE, GENERAL_BRANCH ->
                rule.condition() instanceof Condition.LevelIn(var levels)
                        ? levels.contains(level)
                        : rule.scope() == DutyScope.PERSON
                                || rule.activityType()
                                        .filter(ActivityType.LEADERSHIP_LIFE_MEETING::equals)
                                        .isPresent();
            case GROUP -> false;
        };
    }

    private DutyBearer bearer(RuleBook then, Organization organization, List<DutyRule> owed) {
        var known = then.bearer(organization);
        var persons = new HashMap<DutyCode, List<MemberId>>();
        for (var rule : owed) {
            if (rule.scope() == DutyScope.PERSON) {
                persons.put(rule.code(), holders(then.seats(organization.id()), rule.code()));
            }
        }
        var lived = Optional.ofNullable(times.get(organization.id()));
        return new DutyBearer(
                known.id(),
                known.level(),
                known.orgClass(),
                known.hasCommittee(),
                known.groups(),
                persons,
                known.themeDay(),
                lived.flatMap(Times::from),
                lived.flatMap(Times::until).map(end -> end.minusDays(1)));
    }

    private static List<MemberId> holders(List<CommitteeSeat> seats, DutyCode duty) {
        return seats.stream()
                .filter(seat -> !duty.equals(OF_SECRETARIES) || seat.post() == CommitteePost.SECRETARY)
                .map(CommitteeSeat::member)
                .distinct()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .toList();
    }
}
