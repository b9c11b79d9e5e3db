package cn.dangqun.domain.attendance;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.organization.OrganizationTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Organisations, people, and who belonged where and when: from it follows who is due at an activity, by type and day
/// (RULES, Rolls). The only place that decides it; kiosk and street call it with what they know. Immutable, for any
/// thread.
public final class Roster {
    private final OrganizationTree tree;
    private final Map<MemberId, Member> members;
    private final Map<OrganizationId, List<Member>> everIn = new HashMap<>();
    private final Map<OrganizationId, List<CommitteeSeat>> seats;
    private final Map<MemberId, List<Exemption>> exemptions;
    private final Set<MemberId> votingSuspended;

    public Roster(
            OrganizationTree tree,
            Collection<Member> members,
            Collection<CommitteeSeat> seats,
            Collection<Exemption> exemptions,
            Set<MemberId> votingSuspended) {
        this.tree = tree;
        this.members = members.stream().collect(Collectors.toUnmodifiableMap(Member::id, Function.identity()));
        this.members.values().forEach(this::index);
        this.seats = seats.stream().collect(Collectors.groupingBy(CommitteeSeat::organization));
        this.exemptions = exemptions.stream().collect(Collectors.groupingBy(Exemption::member));
        this.votingSuspended = Set.copyOf(votingSuspended);
    }

    /// Nobody exempt, nobody suspended.
    public Roster(OrganizationTree tree, Collection<Member> members, Collection<CommitteeSeat> seats) {
        this(tree, members, seats, List.of(), Set.of());
    }

    private void index(Member member) {
        member.memberships().stream()
                .flatMap(each -> Stream.concat(Stream.of(each.branch()), each.group().stream()))
                .distinct()
                .forEach(place -> everIn.computeIfAbsent(place, fresh -> new ArrayList<>())
                        .add(member));
    }

    public OrganizationTree tree() {
        return tree;
    }

    public Collection<Member> members() {
        return members.values();
    }

    public Optional<Member> member(MemberId id) {
        return Optional.ofNullable(members.get(id));
    }

    public Collection<CommitteeSeat> seats() {
        return seats.values().stream().flatMap(List::stream).toList();
    }

    /// One roll for each organisation that takes part, in the order of their ids. Where others have people, one without
    /// anybody is none: a kiosk knows every organisation and the people of its own community only, and must not
    /// settle what it does not know. A person who is due for two organisations stands on both rolls.
    public List<RollSnapshot> rolls(Activity activity) {
        var all = activity.organizations().stream()
                .flatMap(each -> rolls(activity, each))
                .collect(Collectors.toMap(RollSnapshot::organization, Function.identity(), (one, same) -> one))
                .values();
        boolean anybody = all.stream().anyMatch(RollSnapshot::listsSomebody);
        return all.stream()
                .filter(roll -> !anybody || roll.listsSomebody())
                .sorted((a, b) ->
                        a.organization().value().compareTo(b.organization().value()))
                .toList();
    }

    private Stream<RollSnapshot> rolls(Activity activity, OrganizationId of) {
        var day = activity.heldOn();
        return switch (RollBasis.of(activity.type())) {
            case MEMBERS -> bodies(of).map(body -> roll(activity, body, belonging(body, day)));
            case GROUP -> groups(of).map(group -> roll(activity, group, belonging(group, day)));
            case SEATS -> Stream.of(roll(activity, of, holders(of, day)));
            case INVITED -> Stream.of(roll(activity, activity.organization(), activity.invited()));
            case NOBODY -> Stream.empty();
        };
    }

    private RollSnapshot roll(Activity activity, OrganizationId organization, List<MemberId> people) {
        var entries = people.stream()
                .distinct()
                .map(member -> entry(member, activity.heldOn()))
                .toList();
        return new RollSnapshot(activity.id(), organization, activity.heldOn(), entries);
    }

    private RollEntry entry(MemberId member, LocalDate day) {
        boolean full = membership(member, day)
                .filter(each -> each.status() == MemberStatus.FULL)
                .isPresent();
        var exemption = exemptions.getOrDefault(member, List.of()).stream()
                .filter(each -> each.isEffectiveOn(day))
                .map(Exemption::kind)
                .findFirst();
        return new RollEntry(member, full && !votingSuspended.contains(member), exemption);
    }

    private Optional<Membership> membership(MemberId member, LocalDate day) {
        return member(member).flatMap(each -> each.on(day));
    }

    /// The branches an organisation stands for: itself, or all below it. A group stands for its own people.
    private Stream<OrganizationId> bodies(OrganizationId of) {
        return levelOf(of) == OrganizationLevel.GROUP || levelOf(of) == OrganizationLevel.BRANCH
                ? Stream.of(of)
                : below(of, OrganizationLevel.BRANCH);
    }

    private Stream<OrganizationId> groups(OrganizationId of) {
        return levelOf(of) == OrganizationLevel.GROUP ? Stream.of(of) : below(of, OrganizationLevel.GROUP);
    }

    private Stream<OrganizationId> below(OrganizationId top, OrganizationLevel level) {
        return tree.childrenOf(top).stream()
                .flatMap(child -> child.level() == level ? Stream.of(child.id()) : below(child.id(), level));
    }

    /// An organisation that has not arrived yet is taken for a branch.
    private OrganizationLevel levelOf(OrganizationId id) {
        return tree.find(id).map(Organization::level).orElse(OrganizationLevel.BRANCH);
    }

    private List<MemberId> belonging(OrganizationId place, LocalDate day) {
        return people(
                place,
                day,
                membership -> membership.isOnRoll()
                        && (membership.branch().equals(place)
                                || membership.group().filter(place::equals).isPresent()));
    }

    private List<MemberId> people(OrganizationId place, LocalDate day, Predicate<Membership> which) {
        return everIn.getOrDefault(place, List.of()).stream()
                .filter(member -> member.on(day).filter(which).isPresent())
                .map(Member::id)
                .toList();
    }

    private List<MemberId> holders(OrganizationId of, LocalDate day) {
        return seats.getOrDefault(of, List.of()).stream()
                .filter(seat -> seat.isHeldOn(day) && !seat.partTime())
                .map(CommitteeSeat::member)
                .toList();
    }

    /// Whether the person is somebody of the activity on its day without being due: 双报到, 流入, a member at an activity
    /// with no roll.
    public boolean isLinked(Activity activity, MemberId member) {
        return membership(member, activity.heldOn())
                .filter(membership -> mayJoin(RollBasis.of(activity.type()), membership))
                .filter(membership -> activity.organizations().stream().anyMatch(each -> isOf(membership, each)))
                .isPresent();
    }

    private static boolean mayJoin(RollBasis basis, Membership membership) {
        return switch (basis) {
            case NOBODY -> true;
            case MEMBERS, GROUP -> membership.relation() != RelationKind.HOME;
            case SEATS, INVITED -> false;
        };
    }

    private boolean isOf(Membership membership, OrganizationId organization) {
        return membership.branch().equals(organization)
                || membership.group().filter(organization::equals).isPresent()
                || tree.contains(organization, membership.branch());
    }

    /// The roll by the rule on which the member stands, if there is one.
    public Optional<RollSnapshot> rollWith(Activity activity, MemberId member) {
        return rolls(activity).stream()
                .filter(roll -> roll.entry(member).isPresent())
                .findFirst();
    }
}
