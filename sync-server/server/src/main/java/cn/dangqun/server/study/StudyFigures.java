package cn.dangqun.server.study;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Scope;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// Who studied how much in a year as it stood at the end of a day, for reports: the figures of 学时. Call it
/// inside one read transaction.
public final class StudyFigures {
    private final StudySource source;
    private final HoursWords words;
    private final Times times;

    public StudyFigures(StreetRoster roster, ProfileLibrary library, Texts texts, Times times) {
        this.source = new StudySource(roster, library, times);
        this.words = new HoursWords(texts);
        this.times = times;
    }

    public record Sums(
            int members,
            int studied,
            String studiedRate,
            int reached,
            String reachedRate,
            int behind,
            int awaited,
            int exempt) {}

    public record Branch(OrganizationId id, String name, Sums sums) {}

    public record Figures(List<Branch> branches, Sums total) {
        public Figures {
            branches = List.copyOf(branches);
        }
    }

    /// One person's year; amounts are words with their unit.
    public record Person(
            MemberId member, PersonName name, String credited, String required, String missing, String state) {
        @Override
        public String toString() {
            return "Person";
        }
    }

    /// The last day of a year is the year as it ended.
    private StudySource.Day day(LocalDate last) {
        var today = times.today();
        return last.isBefore(today) && last.getDayOfYear() < last.lengthOfYear()
                ? new StudySource.Day(last.getYear(), last)
                : StudySource.Day.today(last.getYear(), today);
    }

    /// Branch by branch in the order of the tree, as it stood at the end of `last`, or today.
    public Figures branches(Handle handle, Scope scope, LocalDate last) {
        var day = day(last);
        var tallies = new LinkedHashMap<OrganizationId, Tally>();
        var branches = new OrganizationReader(handle, scope)
                .all().stream()
                        .filter(each -> each.level() == OrganizationLevel.BRANCH)
                        .toList();
        branches.forEach(each -> tallies.put(each.id(), Tally.NOBODY));
        source.standings(handle, source.members(handle, tallies.keySet(), day), day).stream()
                .collect(Collectors.groupingBy(Standing::branch))
                .forEach((branch, standings) -> tallies.computeIfPresent(branch, (_, _) -> Tally.of(standings)));
        return new Figures(
                branches.stream()
                        .map(each ->
                                new Branch(each.id(), each.name(), sums(tallies.getOrDefault(each.id(), Tally.NOBODY))))
                        .toList(),
                sums(tallies.values().stream().reduce(Tally.NOBODY, Tally::plus)));
    }

    private static Sums sums(Tally tally) {
        return new Sums(
                tally.members(),
                tally.studied(),
                tally.studiedRate(),
                tally.reached(),
                tally.reachedRate(),
                tally.behind(),
                tally.awaited(),
                tally.exempt());
    }

    /// Of one branch, in the order of its roster.
    public List<Person> people(Handle handle, OrganizationId branch, LocalDate last) {
        var day = day(last);
        return source.standings(handle, source.members(handle, Set.of(branch), day), day).stream()
                .map(this::person)
                .toList();
    }

    private Person person(Standing standing) {
        var verdict = standing.verdict().filter(_ -> standing.state() != HoursState.EXEMPT);
        return new Person(
                standing.member(),
                standing.name(),
                verdict.map(each -> each.credited() + " " + words.unit(each.rules()))
                        .orElse("—"),
                verdict.map(each -> each.required() + " " + words.unit(each.rules()))
                        .orElse("—"),
                verdict.filter(each -> !each.shortfall().isNone())
                        .map(each -> each.shortfall() + " " + words.unit(each.rules()))
                        .orElse(""),
                words.state(standing.state()));
    }
}
