package cn.dangqun.server.reference;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The current items as columns, for the console to query. What is only passed on has none: keys, withdrawn codes,
/// and the wall, which has tables of its own. And which files they name.
record ReferenceColumns(Handle handle) {
    void put(ReferenceItem item, long now) {
        if (item.kind() != ReferenceKind.ORGANIZATION) {
            remove(item.kind(), item.id());
        }
        switch (item) {
            case ReferenceItem.OrganizationItem(var organization) -> put(organization);
            case ReferenceItem.MemberItem(var member) -> put(member);
            case ReferenceItem.CardBinding binding ->
                handle.execute(
                        "INSERT INTO card_binding (card, member) VALUES (?, ?)",
                        binding.card().hex(),
                        binding.member().value());
            case ReferenceItem.ActivityItem(var activity) -> put(activity);
            case ReferenceItem.Staff staff ->
                handle.execute(
                        "INSERT INTO staff (id, name, duty) VALUES (?, ?, ?)", staff.id(), staff.name(), staff.duty());
            case ReferenceItem.Site site -> put(site, now);
            case ReferenceItem.Service(var service, var organization) ->
                handle.execute(
                        "INSERT INTO service (id, name, category, letter, organization) VALUES (?, ?, ?, ?, ?)",
                        service.id().value(),
                        service.name(),
                        service.category().name(),
                        Character.toString(service.letter()),
                        organization.value());
            case ReferenceItem.SiteQueue ignored -> {}
            case ReferenceItem.KioskSettings ignored -> {}
            case ReferenceItem.StandingItem ignored -> {}
            case ReferenceItem.CommitteeSeatItem ignored -> {}
            case ReferenceItem.ExemptionItem ignored -> {}
            case ReferenceItem.RulesItem ignored -> {}
            case ReferenceItem.ReturnedItem ignored -> {}
            case ReferenceItem.StreetKey ignored -> {}
            case ReferenceItem.RevokedCode ignored -> {}
            case ReferenceItem.WallSlotItem ignored -> {}
            case ReferenceItem.WallPieceItem ignored -> {}
        }
        item.files().forEach(file -> name(item, file.id()));
    }

    private void name(ReferenceItem item, ContentId file) {
        handle.execute(
                "INSERT INTO reference_content (kind, item, file) VALUES (?, ?, ?)",
                item.kind().name(),
                item.id(),
                file.raw());
    }

    /// The path stays until the tree is planted anew.
    private void put(Organization organization) {
        handle.execute(
                "INSERT INTO organization (id, parent, level, org_class, name, path) VALUES (?, ?, ?, ?, ?, '')"
                        + " ON CONFLICT (street, id) DO UPDATE SET parent = excluded.parent, level = excluded.level,"
                        + " org_class = excluded.org_class, name = excluded.name",
                organization.id().value(),
                organization.parent().map(OrganizationId::value).orElse(null),
                organization.level().name(),
                organization.orgClass().name(),
                organization.name());
    }

    /// The first time counts: from that day on an organisation owes what must hang.
    void entered(OrganizationId id, long now) {
        handle.execute(
                "UPDATE organization SET entered_at = ? WHERE street = 1 AND id = ? AND entered_at IS NULL",
                now,
                id.value());
    }

    private void put(Member member) {
        handle.execute(
                "INSERT INTO member (id, name, reading, status, relation, branch, grp, until)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                member.id().value(),
                member.name().full(),
                SearchWords.reading(member.name().full()),
                member.status().name(),
                member.relation().name(),
                member.branch().value(),
                member.group().map(OrganizationId::value).orElse(null),
                member.newest().until().map(LocalDate::toString).orElse(null));
        new SearchWords(handle).put(member.id().value(), member.name().full());
    }

    private void put(ReferenceItem.Site site, long now) {
        handle.execute(
                "INSERT INTO site (id, name, organization) VALUES (?, ?, ?)",
                site.id(),
                site.name(),
                site.organization().value());
        var standing = handle.createQuery(
                        "SELECT organization FROM site_serving WHERE street = 1 AND site = ? AND until_at IS NULL")
                .bind(0, site.id())
                .mapTo(String.class)
                .map(OrganizationId::new)
                .list();
        standing.stream()
                .filter(each -> !site.serves().contains(each))
                .forEach(each -> handle.execute(
                        "UPDATE site_serving SET until_at = ? WHERE street = 1 AND site = ? AND organization = ?"
                                + " AND until_at IS NULL",
                        now,
                        site.id(),
                        each.value()));
        site.serves().stream()
                .filter(each -> !standing.contains(each))
                .forEach(each -> handle.execute(
                        "INSERT INTO site_serving (street, site, organization, from_at) VALUES (1, ?, ?, ?)"
                                + " ON CONFLICT (street, site, organization, from_at) DO UPDATE SET until_at = NULL",
                        site.id(),
                        each.value(),
                        now));
    }

    private void put(Activity activity) {
        handle.execute(
                "INSERT INTO activity (id, type, organization, title, place, held_on, starts_at, ends_at,"
                        + " opens_at, late_after_at, closes_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                activity.id().value(),
                activity.type().name(),
                activity.organization().value(),
                activity.title(),
                activity.place(),
                activity.heldOn().toString(),
                activity.starts().toEpochMilli(),
                activity.ends().toEpochMilli(),
                activity.window().opens().toEpochMilli(),
                activity.window().lateAfter().toEpochMilli(),
                activity.window().closes().toEpochMilli());
        partners(activity);
    }

    /// Who takes part besides the holder.
    void partners(Activity activity) {
        handle.execute(
                "DELETE FROM activity_partner WHERE street = 1 AND activity = ?",
                activity.id().value());
        var partners = activity.organizations().stream()
                .filter(each -> !each.equals(activity.organization()))
                .toList();
        partners.forEach(each -> handle.execute(
                "INSERT INTO activity_partner (street, activity, organization, held_on) VALUES (1, ?, ?, ?)",
                activity.id().value(),
                each.value(),
                activity.heldOn().toString()));
        handle.execute(
                "UPDATE activity SET partners = ? WHERE street = 1 AND id = ?",
                partners.size(),
                activity.id().value());
    }

    void remove(ReferenceKind kind, String id) {
        var delete = switch (kind) {
            case ORGANIZATION -> Optional.of("DELETE FROM organization WHERE street = 1 AND id = ?");
            case MEMBER -> Optional.of("DELETE FROM member WHERE street = 1 AND id = ?");
            case CARD_BINDING -> Optional.of("DELETE FROM card_binding WHERE street = 1 AND card = ?");
            case ACTIVITY -> Optional.of("DELETE FROM activity WHERE street = 1 AND id = ?");
            case STAFF -> Optional.of("DELETE FROM staff WHERE street = 1 AND id = ?");
            case SITE -> Optional.of("DELETE FROM site WHERE street = 1 AND id = ?");
            case SERVICE -> Optional.of("DELETE FROM service WHERE street = 1 AND id = ?");
            case WALL_PIECE ->
                Optional.of("DELETE FROM reference_content WHERE street = 1 AND kind = 'WALL_PIECE' AND item = ?");
            case STREET_KEY,
                    REVOKED_CODE,
                    WALL_SLOT,
                    QUEUE_PLAN,
                    COMMITTEE_SEAT,
                    EXEMPTION,
                    RULES,
                    RETURNED,
                    KIOSK_SETTINGS,
                    REQUEST_STANDING -> Optional.<String>empty();
        };
        delete.ifPresent(sql -> handle.execute(sql, id));
        handle.execute("DELETE FROM reference_content WHERE street = 1 AND kind = ? AND item = ?", kind.name(), id);
        if (kind == ReferenceKind.MEMBER) {
            new SearchWords(handle).remove(id);
        }
        if (kind == ReferenceKind.ACTIVITY) {
            handle.execute("DELETE FROM activity_partner WHERE street = 1 AND activity = ?", id);
        }
    }

    /// Pages of past activities go on naming who is taken off the roster.
    void keepName(String memberId, long now) {
        handle.execute(
                "INSERT INTO former_member (street, id, name, branch, gone_at)"
                        + " SELECT 1, id, name, branch, ? FROM member WHERE street = 1 AND id = ?"
                        + " ON CONFLICT (street, id) DO UPDATE"
                        + " SET name = excluded.name, branch = excluded.branch, gone_at = excluded.gone_at",
                now,
                memberId);
    }

    void setPath(OrganizationId id, String path) {
        handle.execute("UPDATE organization SET path = ? WHERE street = 1 AND id = ?", path, id.value());
    }

    Map<OrganizationId, String> paths() {
        return handle
                .createQuery("SELECT id, path FROM organization WHERE street = 1")
                .map((row, ignored) -> Map.entry(new OrganizationId(row.getString("id")), row.getString("path")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// An item by its name.
    record Key(ReferenceKind kind, String id) {}

    /// Whose place follows from the organisation's: its members with their cards, its activities and services.
    List<Key> itemsOf(OrganizationId organization) {
        return handle.createQuery("""
                        SELECT 'MEMBER' AS kind, id FROM member WHERE street = 1 AND branch = :id
                        UNION ALL SELECT 'CARD_BINDING', c.card FROM member m
                          JOIN card_binding c ON c.street = 1 AND c.member = m.id
                          WHERE m.street = 1 AND m.branch = :id
                        UNION ALL SELECT 'ACTIVITY', id FROM activity WHERE street = 1 AND organization = :id
                        UNION ALL SELECT 'ACTIVITY', activity FROM activity_partner
                          WHERE street = 1 AND organization = :id
                        UNION ALL SELECT 'SERVICE', id FROM service WHERE street = 1 AND organization = :id""")
                .bind("id", organization.value())
                .map((row, ignored) -> new Key(ReferenceKind.valueOf(row.getString("kind")), row.getString("id")))
                .list();
    }

    Optional<String> path(OrganizationId id) {
        return handle.createQuery("SELECT path FROM organization WHERE street = 1 AND id = ?")
                .bind(0, id.value())
                .mapTo(String.class)
                .findOne();
    }

    /// The ids at a path and below it.
    List<OrganizationId> below(String path) {
        return handle.createQuery("SELECT id FROM organization WHERE street = 1 AND path >= ? AND path < ?")
                .bind(0, path)
                .bind(1, path.substring(0, path.length() - 1) + '0')
                .mapTo(String.class)
                .map(OrganizationId::new)
                .list();
    }

    /// Those of them that may have people of their own: groups have none.
    List<OrganizationId> bodies(String path) {
        return handle.createQuery("SELECT id FROM organization WHERE street = 1 AND path >= ? AND path < ?"
                        + " AND level <> 'GROUP'")
                .bind(0, path)
                .bind(1, path.substring(0, path.length() - 1) + '0')
                .mapTo(String.class)
                .map(OrganizationId::new)
                .list();
    }

    Optional<OrganizationId> branchOf(String memberId) {
        return handle.createQuery("SELECT branch FROM member WHERE street = 1 AND id = ?")
                .bind(0, memberId)
                .mapTo(String.class)
                .map(OrganizationId::new)
                .findOne();
    }

    List<String> cardsOf(String memberId) {
        return handle.createQuery("SELECT card FROM card_binding WHERE street = 1 AND member = ? ORDER BY card")
                .bind(0, memberId)
                .mapTo(String.class)
                .list();
    }

    Optional<OrganizationId> organizationOf(String siteId) {
        return handle.createQuery("SELECT organization FROM site WHERE street = 1 AND id = ?")
                .bind(0, siteId)
                .mapTo(String.class)
                .map(OrganizationId::new)
                .findOne();
    }

    /// Where a kiosk stands; empty while nobody has enrolled it.
    Optional<String> siteOfKiosk(String kiosk) {
        return handle.createQuery("SELECT site FROM kiosk WHERE street = 1 AND id = ?")
                .bind(0, kiosk)
                .mapTo(String.class)
                .findOne();
    }
}
