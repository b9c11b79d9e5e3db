package cn.dangqun.server.life;

import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.duty.ActivityRecord;
import cn.dangqun.domain.duty.DutyCode;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.duty.DutyScope;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.organization.OrganizationTree;
import cn.dangqun.domain.quorum.Meeting;
import cn.dangqun.domain.quorum.MeetingCount;
import cn.dangqun.domain.quorum.MeetingStatus;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.db.OneProcess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The activities of a year, by who they are of and what each counts for. Whatever a page says of an activity is
/// what the rules were asked with.
@OneProcess("What one page is made from, gone with the page: right in every process.")
final class LifeFacts {
    private final Map<OrganizationId, List<LifeActivity>> byBranch = new HashMap<>();
    private final List<LifeActivity> lectures = new ArrayList<>();
    private final List<LifeActivity> all;
    private final OrganizationTree tree;
    private final Roster roster;
    private final Watermarks watermarks;
    private final Instant now;

    LifeFacts(Collection<LifeActivity> all, Roster roster, Watermarks watermarks, Instant now) {
        this.all = List.copyOf(all);
        this.tree = roster.tree();
        this.roster = roster;
        this.watermarks = watermarks;
        this.now = now;
        for (var each : all) {
            holders(each)
                    .forEach(holder -> byBranch.computeIfAbsent(holder, fresh -> new ArrayList<>())
                            .add(each));
            if (each.chair().isPresent() && each.isOf(Set.of(ActivityType.PARTY_LECTURE))) {
                lectures.add(each);
            }
        }
    }

    List<LifeActivity> all() {
        return all;
    }

    /// Groups are their branch's.
    private Set<OrganizationId> holders(LifeActivity activity) {
        var holders = new LinkedHashSet<OrganizationId>();
        Stream.concat(activity.activity().organizations().stream(), activity.rolls().keySet().stream())
                .map(id -> isGroup(id) ? tree.branchOf(id).orElseThrow().id() : id)
                .forEach(holders::add);
        return holders;
    }

    private boolean isGroup(OrganizationId id) {
        return tree.find(id)
                .filter(each -> each.level() == OrganizationLevel.GROUP)
                .isPresent();
    }

    /// One that might count for a duty, for the organisation itself or for a group of it.
    record Weighed(
            LifeActivity activity, Optional<OrganizationId> group, Optional<MemberId> person, Standing standing) {}

    /// What rules are asked with.
    List<ActivityRecord> records(Organization organization, LifeRules.Terms terms) {
        var records = new ArrayList<ActivityRecord>();
        for (var rule : terms.plan().rules()) {
            for (var each : weighed(organization, terms, rule)) {
                records.add(record(organization, rule.code(), each));
            }
        }
        return records;
    }

    private static ActivityRecord record(Organization organization, DutyCode duty, Weighed weighed) {
        var activity = weighed.activity().activity();
        return new ActivityRecord(
                activity.id(),
                organization.id(),
                activity.heldOn(),
                weighed.standing().state(),
                weighed.standing().validity(),
                weighed.standing() == Standing.OTHER_LECTURER ? Set.of() : Set.of(duty),
                weighed.group(),
                weighed.person(),
                Optional.empty());
    }

    /// Everything of the kind, whether it counts or not, in the order of time.
    List<Weighed> weighed(Organization organization, LifeRules.Terms terms, DutyRule rule) {
        return rule.scope() == DutyScope.PERSON
                ? lecturers(organization, terms, rule)
                : ofRolls(organization, terms, rule);
    }

    private List<Weighed> ofRolls(Organization organization, LifeRules.Terms terms, DutyRule rule) {
        var types = Set.of(rule.activityType().orElseThrow());
        var weighed = new ArrayList<Weighed>();
        for (var each : byBranch.getOrDefault(organization.id(), List.of())) {
            if (each.isOf(types)) {
                subjects(organization, terms, rule).stream()
                        .filter(each::concerns)
                        .map(subject -> new Weighed(
                                each,
                                Optional.of(subject).filter(id -> !id.equals(organization.id())),
                                Optional.empty(),
                                standing(each, subject, terms)))
                        .forEach(weighed::add);
            }
        }
        return weighed;
    }

    private static List<OrganizationId> subjects(Organization organization, LifeRules.Terms terms, DutyRule rule) {
        return rule.scope() == DutyScope.GROUP ? terms.plan().bearer().groups() : List.of(organization.id());
    }

    /// Lectures anywhere by whoever owes one, told by the name in the plan; and the own ones by others.
    private List<Weighed> lecturers(Organization organization, LifeRules.Terms terms, DutyRule rule) {
        var persons = terms.plan().bearer().persons().getOrDefault(rule.code(), List.of());
        var weighed = new ArrayList<Weighed>();
        for (var each : lectures) {
            var chair = each.chair().orElseThrow();
            var theirs =
                    persons.stream().filter(person -> isCalled(person, chair)).toList();
            theirs.forEach(person -> weighed.add(new Weighed(
                    each,
                    Optional.empty(),
                    Optional.of(person),
                    standing(each, each.activity().organization(), terms))));
            if (theirs.isEmpty() && each.activity().organizations().contains(organization.id())) {
                weighed.add(new Weighed(each, Optional.empty(), Optional.empty(), Standing.OTHER_LECTURER));
            }
        }
        return weighed;
    }

    private boolean isCalled(MemberId person, String chair) {
        return roster.member(person)
                .filter(member -> member.name().full().equals(chair))
                .isPresent();
    }

    private Standing standing(LifeActivity activity, OrganizationId subject, LifeRules.Terms terms) {
        if (activity.cancelled()) {
            return Standing.CANCELLED;
        }
        if (!activity.isOver(now)) {
            return Standing.AHEAD;
        }
        var roll = Optional.ofNullable(activity.rolls().get(subject));
        if (roll.filter(LifeActivity.Roll::came).isEmpty()) {
            return watermarks.isComplete(activity.path(), activity.activity().window())
                    ? Standing.NOT_HELD
                    : Standing.AWAITED;
        }
        return isHeldInDueForm(activity, roll.orElseThrow(), terms) ? Standing.COUNTS : Standing.NO_QUORUM;
    }

    /// Below the quorum kiosks take no ballot, so a members' meeting without one stays a meeting (RULES, Rolls). A
    /// 支委会 may need its quorum to be held at all.
    private static boolean isHeldInDueForm(LifeActivity activity, LifeActivity.Roll roll, LifeRules.Terms terms) {
        if (activity.activity().type() != ActivityType.COMMITTEE_MEETING) {
            return true;
        }
        var count = new MeetingCount(roll.due(), roll.due(), roll.present(), roll.votingDue(), roll.votingPresent());
        var verdict = new Meeting(
                        activity.activity().type(), activity.activity().marks(), count, List.of(), List.of())
                .judge(terms.profile().ref(), terms.profile().meetings());
        return verdict.status() != MeetingStatus.INVALID_NO_QUORUM;
    }
}
