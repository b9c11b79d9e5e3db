package cn.dangqun.domain.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.attendance.AttendanceSheet.View;
import cn.dangqun.domain.attendance.StreetCount.Elsewhere;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One activity as a kiosk knows it: its own freezings and check-ins, and what the street said last. Once all
/// kiosks have met, the figures are the street's. Immutable, for any thread.
public final class LocalAttendance {
    /// In place of a reason that only another ledger has.
    public static final String ELSEWHERE = "-";

    private final List<StandingRoll> rolls;
    private final Set<OrganizationId> frozen;
    private final Map<MemberId, List<AttendanceMark>> marks = new HashMap<>();
    private final Tally beyond;

    /// A member whom this kiosk received for the roll of an organisation. Without one, it is the roll that lists them.
    public record Received(MemberId member, Optional<OrganizationId> roll) {}

    /// `own` are this ledger's freezings of the activity, `received` its check-ins as a member that stand,
    /// `marks` all it says of anybody.
    public LocalAttendance(
            Activity activity,
            Roster roster,
            Collection<Freezing> own,
            Collection<Received> received,
            Collection<AttendanceMark> marks,
            Optional<StreetCount> street) {
        var byOrganization = new LinkedHashMap<OrganizationId, List<Freezing>>();
        street.stream()
                .flatMap(each -> each.rolls().stream())
                .forEach(roll -> byOrganization.put(roll.organization(), new ArrayList<>(List.of(told(roll)))));
        own.forEach(each -> byOrganization
                .computeIfAbsent(each.roll().organization(), fresh -> new ArrayList<>())
                .add(each));
        frozen = Set.copyOf(byOrganization.keySet());
        var computed = roster.rolls(activity).stream()
                .filter(roll -> !frozen.contains(roll.organization()))
                .map(roll -> new StandingRoll(roll, Set.of()));
        rolls = Stream.concat(standing(byOrganization, received), computed).toList();
        marks.forEach(this::mark);
        elsewhere(street.map(StreetCount::elsewhere).orElse(Elsewhere.NOBODY));
        beyond = street.map(StreetCount::beyond).orElse(new Tally(0, 0));
    }

    private void mark(AttendanceMark mark) {
        marks.computeIfAbsent(mark.member(), fresh -> new ArrayList<>()).add(mark);
    }

    /// The street says no more than how they stand.
    private void elsewhere(Elsewhere elsewhere) {
        elsewhere.present().forEach(member -> mark(new AttendanceMark.CheckedIn(member, Instant.MAX, false)));
        elsewhere.unsigned().forEach(member -> mark(new AttendanceMark.CheckedIn(member, Instant.MAX, false, true)));
        elsewhere.onLeave().forEach(member -> mark(new AttendanceMark.LeaveApproved(member, ELSEWHERE)));
    }

    /// What the street says stands before anything of our own.
    private static Freezing told(RollSnapshot roll) {
        return new Freezing(roll, Instant.MIN, true, "");
    }

    private static Stream<StandingRoll> standing(
            Map<OrganizationId, List<Freezing>> byOrganization, Collection<Received> received) {
        return byOrganization.entrySet().stream()
                .map(each -> StandingRoll.of(each.getValue(), ofRoll(each.getKey(), byOrganization, received))
                        .orElseThrow());
    }

    private static Set<MemberId> ofRoll(
            OrganizationId organization,
            Map<OrganizationId, List<Freezing>> byOrganization,
            Collection<Received> received) {
        return received.stream()
                .filter(each ->
                        organization.equals(each.roll().orElseGet(() -> listing(each.member(), byOrganization))))
                .map(Received::member)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static OrganizationId listing(MemberId member, Map<OrganizationId, List<Freezing>> byOrganization) {
        return byOrganization.values().stream()
                .flatMap(List::stream)
                .sorted()
                .filter(each -> each.roll().entry(member).isPresent())
                .map(each -> each.roll().organization())
                .findFirst()
                .orElseGet(() -> byOrganization.keySet().stream()
                        .min((a, b) -> a.value().compareTo(b.value()))
                        .orElseThrow());
    }

    /// The rolls of organisations known here, frozen or as they will be.
    public List<StandingRoll> rolls() {
        return rolls;
    }

    /// The roll on which the member counts here.
    public Optional<RollSnapshot> rollWith(MemberId member) {
        return rolls.stream()
                .map(StandingRoll::roll)
                .filter(roll -> roll.entry(member).isPresent())
                .findFirst();
    }

    /// Whether later changes of the roster can no longer touch the roll.
    public boolean isFrozen(OrganizationId organization) {
        return frozen.contains(organization);
    }

    /// A member of the rolls and how they stand; `organization` is that of the first roll they are on.
    public record Line(OrganizationId organization, AttendanceLine line) {
        public MemberId member() {
            return line.entry().member();
        }
    }

    /// Everybody on the rolls known here, each once, in the order of the rolls.
    public List<Line> lines(View view) {
        var lines = new LinkedHashMap<MemberId, Line>();
        for (var standing : rolls) {
            for (var entry : standing.roll().entries()) {
                lines.computeIfAbsent(
                        entry.member(), fresh -> new Line(standing.roll().organization(), line(entry, view)));
            }
        }
        return List.copyOf(lines.values());
    }

    private AttendanceLine line(RollEntry entry, View view) {
        var own = marks.getOrDefault(entry.member(), List.of());
        var state = AttendanceRule.state(entry, own, view);
        return new AttendanceLine(entry, state, AttendanceRule.reason(own, state));
    }

    /// A person on two rolls counts once.
    public AttendanceFigures figures() {
        return AttendanceFigures.of(
                lines(View.FOR_RECORD).stream().map(Line::line).toList());
    }

    public Tally tally() {
        var here = figures();
        return new Tally(here.due() + beyond.due(), here.present() + beyond.present());
    }
}
