package cn.dangqun.server.study;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.StreetFact.Study;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationTree;
import cn.dangqun.server.attendance.Watermarks;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.rules.RuleBook;
import cn.dangqun.server.text.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Computes who studied how much in a year, for whoever belongs to a branch on the day that is asked for. Rules are
/// those of the year's first day at that branch, roles those of the day. Call it inside one read transaction.
record StudySource(StreetRoster roster, ProfileLibrary library, Times times) {

    /// The year as it stands on a day; of a year that is over, the day after.
    record Day(int year, LocalDate asOf) {
        static Day today(int year, LocalDate today) {
            var over = LocalDate.of(year + 1, 1, 1);
            return new Day(year, today.isBefore(over) ? today : over);
        }

        /// Who belonged where is asked of a day of the year itself.
        LocalDate belonging() {
            var last = LocalDate.of(year, 12, 31);
            return asOf.isAfter(last) ? last : asOf;
        }
    }

    /// Members of these branches on the day, in the order of branches and of names.
    List<Member> members(Handle handle, Set<OrganizationId> branches, Day day) {
        return roster.now(handle).members().stream()
                .filter(each -> membership(each, day)
                        .filter(place -> branches.contains(place.branch()))
                        .isPresent())
                .toList();
    }

    static Optional<Membership> membership(Member member, Day day) {
        return member.on(day.belonging()).filter(Membership::isOnRoll);
    }

    /// Of each of these, in their order; who belongs nowhere on the day is left out.
    List<Standing> standings(Handle handle, Collection<Member> members, Day day) {
        var watermarks = Watermarks.of(handle, times.now());
        var reader = new StudyReader(handle, watermarks);
        var activities = reader.activities(day.year());
        var people = roster.now(handle);
        var learners = new Learners(
                people,
                RuleBook.on(handle, library, LocalDate.of(day.year(), 1, 1)),
                reader.frail(),
                day,
                connected(people.tree(), watermarks, times.now()));
        var notes = reader.notes(day.year()).stream().collect(Collectors.groupingBy(StudyNote::member));
        var lines = new HashMap<MemberId, List<StudyReader.Line>>();
        reader.lines(members.stream().map(Member::id).toList(), day.year(), line -> {
            if (activities.containsKey(line.activity())) {
                lines.computeIfAbsent(line.member(), fresh -> new ArrayList<>()).add(line);
            }
        });
        var standings = new ArrayList<Standing>(members.size());
        for (var member : members) {
            membership(member, day)
                    .map(place -> learners.standing(
                            member,
                            place,
                            entries(
                                    activities,
                                    lines.getOrDefault(member.id(), List.of()),
                                    notes.getOrDefault(member.id(), List.of())),
                            visits(notes.getOrDefault(member.id(), List.of()))))
                    .ifPresent(standings::add);
        }
        return standings;
    }

    /// Whether a kiosk came to the community of a branch; each branch is looked up once.
    private static Predicate<OrganizationId> connected(OrganizationTree tree, Watermarks watermarks, Instant now) {
        var known = new HashMap<OrganizationId, Boolean>();
        return branch -> known.computeIfAbsent(branch, each -> !watermarks.isBeforeTheFirst(path(tree, each), now));
    }

    private static String path(OrganizationTree tree, OrganizationId branch) {
        var path = new StringBuilder("/");
        for (var step = tree.find(branch);
                step.isPresent();
                step = step.get().parent().flatMap(tree::find)) {
            path.insert(0, "/" + step.get().id());
        }
        return path.toString();
    }

    private static List<StudyNote> visits(List<StudyNote> notes) {
        return notes.stream().filter(each -> each.study() == Study.HOME_VISIT).toList();
    }

    /// One for each activity: of two rolls the one on which they came.
    private static List<Standing.Entry> entries(
            Map<ActivityId, Studied> activities, List<StudyReader.Line> lines, List<StudyNote> notes) {
        var madeUp = notes.stream()
                .filter(each -> each.study() == Study.MADE_UP)
                .collect(Collectors.toMap(each -> each.activity().orElseThrow(), each -> each, (one, more) -> one));
        var entries = new HashMap<ActivityId, Standing.Entry>();
        for (var line : lines) {
            var studied = activities.get(line.activity());
            if (studied != null) {
                entries.merge(
                        line.activity(),
                        new Standing.Entry(studied, line.state(), Optional.ofNullable(madeUp.get(line.activity()))),
                        (one, other) -> one.came() ? one : other);
            }
        }
        return entries.values().stream()
                .sorted((one, other) -> {
                    int days = one.studied().day().compareTo(other.studied().day());
                    return days != 0
                            ? days
                            : one.studied()
                                    .id()
                                    .value()
                                    .compareTo(other.studied().id().value());
                })
                .toList();
    }
}
