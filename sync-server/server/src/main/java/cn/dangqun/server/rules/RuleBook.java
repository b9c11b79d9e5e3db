package cn.dangqun.server.rules;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.config.profile.ProfileReading;
import cn.dangqun.domain.duty.DutyBearer;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.organization.OrganizationTree;
import cn.dangqun.domain.profile.ProfileChoice;
import cn.dangqun.domain.profile.RulesInForce;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.rules.OrganizationRules.Committee;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// By which rules each organisation goes on one day (RULES §3): its own, or the nearest above; the national ones where
/// nobody set any. What is set for a later day does not show. Immutable.
public final class RuleBook {
    /// So many seats make a committee.
    private static final int FEWEST_SEATS = 3;

    private final ProfileLibrary library;
    private final OrganizationTree tree;
    private final List<CommitteeSeat> seats;
    private final List<OrganizationRules> all;
    private final Map<OrganizationId, OrganizationRules> standing;
    private final Map<OrganizationId, List<CommitteeSeat>> held;
    private final RulesInForce inForce;

    RuleBook(
            ProfileLibrary library,
            OrganizationTree tree,
            List<CommitteeSeat> seats,
            Collection<OrganizationRules> all,
            LocalDate day) {
        this.library = library;
        this.tree = tree;
        this.seats = List.copyOf(seats);
        this.all = List.copyOf(all);
        this.standing = standing(all, day);
        this.held = seats.stream()
                .filter(seat -> seat.isHeldOn(day) && !seat.partTime())
                .collect(Collectors.groupingBy(CommitteeSeat::organization));
        this.inForce =
                new RulesInForce(tree, all.stream().map(OrganizationRules::set).toList(), day);
    }

    /// Of each organisation the newest that has begun.
    private static Map<OrganizationId, OrganizationRules> standing(Collection<OrganizationRules> all, LocalDate day) {
        return all.stream()
                .filter(each -> !each.since().isAfter(day))
                .collect(Collectors.toUnmodifiableMap(
                        OrganizationRules::organization,
                        each -> each,
                        (one, other) -> one.since().isAfter(other.since()) ? one : other));
    }

    /// Call it inside a read or write.
    public static RuleBook on(Handle handle, ProfileLibrary library, LocalDate day) {
        var known = new Entries(handle);
        return new RuleBook(library, known.tree(), known.seats(), new RulesStore(handle).all(), day);
    }

    /// The same organisations on another day.
    public RuleBook at(LocalDate other) {
        return new RuleBook(library, tree, seats, all, other);
    }

    Optional<OrganizationRules> own(OrganizationId id) {
        return Optional.ofNullable(standing.get(id));
    }

    /// The nearest that has chosen a profile; empty where nobody has.
    Optional<Organization> chooser(OrganizationId id) {
        for (var step = tree.find(id);
                step.isPresent();
                step = step.get().parent().flatMap(tree::find)) {
            if (own(step.get().id()).flatMap(OrganizationRules::profile).isPresent()) {
                return step;
            }
        }
        return Optional.empty();
    }

    public ProfileChoice choice(OrganizationId id) {
        return inForce.choice(id);
    }

    /// Refused when a profile and its parameters do not go together any more.
    public ProfileReading profile(OrganizationId id) {
        return library.read(choice(id));
    }

    public DutyBearer bearer(Organization organization) {
        var own = own(organization.id());
        return new DutyBearer(
                organization.id(),
                organization.level(),
                organization.orgClass(),
                own.flatMap(OrganizationRules::committee)
                        .map(each -> each == Committee.HAS)
                        .orElse(seats(organization.id()).size() >= FEWEST_SEATS),
                tree.childrenOf(organization.id()).stream()
                        .filter(each -> each.level() == OrganizationLevel.GROUP)
                        .map(Organization::id)
                        .toList(),
                Map.of(),
                own.flatMap(OrganizationRules::themeDay).map(OptionalInt::of).orElse(OptionalInt.empty()),
                Optional.empty(),
                Optional.empty());
    }

    /// Held on the day, but for those of part-time members.
    public List<CommitteeSeat> seats(OrganizationId id) {
        return held.getOrDefault(id, List.of());
    }

    public Optional<Organization> organization(OrganizationId id) {
        return tree.find(id);
    }

    OrganizationTree tree() {
        return tree;
    }
}
