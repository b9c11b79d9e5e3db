package cn.dangqun.kiosk.reference;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.Roster;
import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.code.MemberCodeVerifier;
import cn.dangqun.domain.credential.code.StreetKey;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationTree;
import cn.dangqun.domain.reference.ReferenceItem;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the street sent, as of one position, ready to be asked. Immutable; safe for use from several threads.
public final class ReferenceIndex {
    public static final ReferenceIndex EMPTY = new ReferenceIndex(List.of());

    private final Roster roster;
    private final Map<String, MemberId> cards;
    private final Map<String, MemberId> formerCards;
    private final Map<ActivityId, Activity> activities;
    private final Optional<ReferenceItem.Site> site;
    private final Map<Class<? extends ReferenceItem>, List<ReferenceItem>> kinds;
    private final MemberCodeVerifier codes;
    private final List<ContentFile> files;

    public ReferenceIndex(Collection<ReferenceItem> items) {
        var tree = new OrganizationTree(rooted(of(items, ReferenceItem.OrganizationItem.class).stream()
                .map(ReferenceItem.OrganizationItem::organization)
                .toList()));
        roster = new Roster(
                tree,
                of(items, ReferenceItem.MemberItem.class).stream()
                        .map(ReferenceItem.MemberItem::member)
                        .toList(),
                of(items, ReferenceItem.CommitteeSeatItem.class).stream()
                        .map(ReferenceItem.CommitteeSeatItem::seat)
                        .toList(),
                of(items, ReferenceItem.ExemptionItem.class).stream()
                        .map(ReferenceItem.ExemptionItem::exemption)
                        .toList(),
                Set.of());
        cards = of(items, ReferenceItem.CardBinding.class).stream()
                .collect(Collectors.toUnmodifiableMap(each -> each.card().hex(), ReferenceItem.CardBinding::member));
        formerCards = Map.of();
        activities = of(items, ReferenceItem.ActivityItem.class).stream()
                .map(ReferenceItem.ActivityItem::activity)
                .collect(Collectors.toUnmodifiableMap(Activity::id, activity -> activity));
        site = of(items, ReferenceItem.Site.class).stream().min(Comparator.comparing(ReferenceItem.Site::id));
        kinds = items.stream().collect(Collectors.groupingBy(ReferenceItem::getClass, Collectors.toUnmodifiableList()));
        codes = verifier(items);
        files = items.stream().flatMap(each -> each.files().stream()).distinct().toList();
    }

    private ReferenceIndex(
            ReferenceIndex base, Map<ActivityId, Activity> activities, Map<String, MemberId> formerCards) {
        this.roster = base.roster;
        this.cards = base.cards;
        this.formerCards = formerCards;
        this.activities = Map.copyOf(activities);
        this.site = base.site;
        this.kinds = base.kinds;
        this.codes = base.codes;
        this.files = base.files;
    }

    /// With activities that were begun here; what the street says of one stands.
    public ReferenceIndex with(Collection<Activity> begunHere) {
        if (begunHere.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(activities);
        begunHere.forEach(each -> all.putIfAbsent(each.id(), each));
        return new ReferenceIndex(this, all, formerCards);
    }

    /// Takes the place of `former`: who is still here is also found by the card that was keyed a moment ago, before
    /// cards were kept under another secret.
    ReferenceIndex inPlaceOf(ReferenceIndex former) {
        return new ReferenceIndex(this, activities, former.cards);
    }

    /// With some of them closed.
    public ReferenceIndex shutting(Collection<ActivityId> closedHere) {
        if (closedHere.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(activities);
        closedHere.forEach(each -> all.computeIfPresent(each, (ignored, activity) -> activity.shut()));
        return new ReferenceIndex(this, all, formerCards);
    }

    private static <T extends ReferenceItem> List<T> of(Collection<ReferenceItem> items, Class<T> kind) {
        return items.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// Only organisations whose line to the street committee is complete: between two pages a parent may be missing.
    private static List<Organization> rooted(List<Organization> all) {
        var accepted = new HashMap<OrganizationId, Organization>();
        var left = new HashSet<>(all);
        boolean grown = true;
        while (grown) {
            var fitting = left.stream().filter(each -> fits(each, accepted)).toList();
            fitting.forEach(each -> accepted.put(each.id(), each));
            grown = left.removeAll(new HashSet<>(fitting));
        }
        return List.copyOf(accepted.values());
    }

    private static boolean fits(Organization each, Map<OrganizationId, Organization> accepted) {
        return each.parent()
                .map(parent -> Optional.ofNullable(accepted.get(parent))
                        .filter(above -> above.level().mayContain(each.level()))
                        .isPresent())
                .orElse(true);
    }

    private static MemberCodeVerifier verifier(Collection<ReferenceItem> items) {
        var keys = of(items, ReferenceItem.StreetKey.class).stream()
                .map(item -> item.retiredAfter()
                        .map(StreetKey.of(item.publicKey())::retiring)
                        .orElseGet(() -> StreetKey.of(item.publicKey())))
                .collect(Collectors.toMap(StreetKey::id, key -> key, (one, _) -> one));
        var revoked = of(items, ReferenceItem.RevokedCode.class).stream()
                .map(ReferenceItem.RevokedCode::serial)
                .collect(Collectors.toUnmodifiableSet());
        return new MemberCodeVerifier(keys.values(), serial -> revoked.contains(serial.value()));
    }

    /// Who belonged where and when, and who is therefore due.
    public Roster roster() {
        return roster;
    }

    public int memberCount() {
        return roster.members().size();
    }

    public Optional<Member> member(MemberId id) {
        return roster.member(id);
    }

    /// The member a card is bound to, if both are known here.
    public Optional<Member> memberOf(CardKey card) {
        return Optional.ofNullable(cards.get(card.hex()))
                .or(() -> Optional.ofNullable(formerCards.get(card.hex())))
                .flatMap(this::member);
    }

    public MemberCodeVerifier codes() {
        return codes;
    }

    public Collection<Activity> activities() {
        return activities.values();
    }

    public Optional<Activity> activity(ActivityId id) {
        return Optional.ofNullable(activities.get(id));
    }

    /// The official name, or the identifier while the organisation itself has not arrived.
    public String nameOf(OrganizationId id) {
        return roster.tree().find(id).map(Organization::name).orElse(id.value());
    }

    /// The content files that items name.
    public List<ContentFile> files() {
        return files;
    }

    public Optional<ReferenceItem.Site> site() {
        return site;
    }

    /// Whether this site is for the people of an organisation: of its own community or of one that it serves
    /// beside. A site of the street itself that serves none is for all.
    public boolean serves(OrganizationId organization) {
        var communities = site.stream()
                .flatMap(here -> Stream.concat(Stream.of(here.organization()), here.serves().stream()))
                .flatMap(each -> community(each).stream())
                .collect(Collectors.toUnmodifiableSet());
        return communities.isEmpty()
                || community(organization).filter(communities::contains).isPresent();
    }

    /// What stands directly under the street.
    private Optional<OrganizationId> community(OrganizationId of) {
        var at = roster.tree().find(of);
        while (at.isPresent()) {
            var above = at.get().parent().flatMap(roster.tree()::find);
            if (above.filter(each -> each.parent().isEmpty()).isPresent()) {
                return at.map(Organization::id);
            }
            at = above;
        }
        return Optional.empty();
    }

    /// Everything of one kind, in no order: what a feature makes of it is its own.
    public <T extends ReferenceItem> List<T> items(Class<T> kind) {
        return kinds.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
    }
}
