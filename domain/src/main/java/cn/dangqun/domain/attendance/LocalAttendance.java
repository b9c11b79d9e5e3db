package cn.dangqun.domain.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
    private static final AttendanceRule RULE = new AttendanceRule(false);

    private final List<StandingRoll> rolls;
    private final Set<OrganizationId> frozen;
    private final Set<MemberId> present;
    private final Tally beyond;

    /// A member whom this kiosk received for the roll of an organisation. Without one, it is the roll that lists them.
    public record Received(MemberId member, Optional<OrganizationId> roll) {}

    /// `own` are this ledger's freezings of the activity, `received` its check-ins as a member that stand.
    public LocalAttendance(
            Activity activity,
            Roster roster,
            Collection<Freezing> own,
            Collection<Received> received,
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
        present = new HashSet<>(street.map(StreetCount::presentElsewhere).orElse(Set.of()));
        received.forEach(each -> present.add(each.member()));
        beyond = street.map(StreetCount::beyond).orElse(new Tally(0, 0));
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

    /// A person on two rolls counts once.
    public AttendanceFigures figures() {
        var lines = new LinkedHashMap<MemberId, AttendanceLine>();
        for (var standing : rolls) {
            for (var entry : standing.roll().entries()) {
                lines.putIfAbsent(entry.member(), new AttendanceLine(entry, state(entry), Optional.empty()));
            }
        }
        return AttendanceFigures.of(lines.values());
    }

    private AttendanceState state(RollEntry entry) {
        List<AttendanceMark> marks = present.contains(entry.member())
                ? List.of(new AttendanceMark.CheckedIn(entry.member(), Instant.EPOCH, false))
                : List.of();
        return RULE.state(entry, marks, AttendanceSheet.View.FOR_RECORD);
    }

    public Tally tally() {
        var here = figures();
        return new Tally(here.due() + beyond.due(), here.present() + beyond.present());
    }
}
