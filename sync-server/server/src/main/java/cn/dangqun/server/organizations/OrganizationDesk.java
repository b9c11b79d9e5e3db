package cn.dangqun.server.organizations;

import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.organization.OrganizationTree;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Enters organisations and changes them; each deed is one write with its record. Blocks.
final class OrganizationDesk {
    private final Database database;
    private final ReferenceLedger reference;
    private final StreetRoster roster;
    private final Times times;
    private final FreshIds ids;

    OrganizationDesk(Database database, ReferenceLedger reference, StreetRoster roster, Times times) {
        this.database = database;
        this.reference = reference;
        this.roster = roster;
        this.times = times;
        this.ids = new FreshIds(times);
    }

    /// What was typed, each field already well-formed.
    record Draft(
            Optional<OrganizationId> parent,
            OrganizationLevel level,
            OrganizationClass orgClass,
            String name,
            OrganizationDetail detail) {}

    enum Refusal {
        /// The place above is gone, or may not hold such an organisation
        NOT_THERE,
        /// Another under the same place has the name
        NAME_TAKEN,
        /// There is a street already
        SECOND_STREET,
        /// Something names it
        IN_USE
    }

    sealed interface Result {
        record Done(OrganizationId id) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    Result enter(Draft draft, Actor actor) {
        return put(Optional.empty(), draft, actor);
    }

    /// The level stays.
    Result change(OrganizationId id, Draft draft, Actor actor) {
        return put(Optional.of(id), draft, actor);
    }

    private Result put(Optional<OrganizationId> known, Draft draft, Actor actor) {
        return database.write((handle, changes) -> {
            var organizations = new Entries(handle).organizations();
            var id = known.orElseGet(() -> new OrganizationId(ids.draw("o-")));
            var organization = new Organization(id, draft.parent(), draft.level(), draft.orgClass(), draft.name());
            var refusal = refusal(organizations, organization);
            if (refusal.isPresent()) {
                return new Result.Refused(refusal.get());
            }
            reference.publish(handle, changes, List.of(new ReferenceItem.OrganizationItem(organization)));
            new OrganizationStore(handle).put(id, draft.detail());
            actor.note(
                    handle,
                    times.now(),
                    known.isPresent() ? Action.ORGANIZATION_CHANGED : Action.ORGANIZATION_ENTERED,
                    id.value());
            changes.reference();
            return new Result.Done(id);
        });
    }

    private static Optional<Refusal> refusal(List<Organization> known, Organization wanted) {
        var others =
                known.stream().filter(each -> !each.id().equals(wanted.id())).toList();
        if (wanted.parent().isEmpty()
                && others.stream().anyMatch(each -> each.parent().isEmpty())) {
            return Optional.of(Refusal.SECOND_STREET);
        }
        if (others.stream()
                .anyMatch(each ->
                        each.parent().equals(wanted.parent()) && each.name().equals(wanted.name()))) {
            return Optional.of(Refusal.NAME_TAKEN);
        }
        return isTree(others, wanted) ? Optional.empty() : Optional.of(Refusal.NOT_THERE);
    }

    private static boolean isTree(List<Organization> others, Organization wanted) {
        var all = new ArrayList<>(others);
        all.add(wanted);
        try {
            return new OrganizationTree(all).find(wanted.id()).isPresent();
        } catch (IllegalArgumentException misplaced) {
            return false;
        }
    }

    Result remove(OrganizationId id, Actor actor) {
        database.read(roster::now); // read before the write, which then finds it
        return database.write((handle, changes) -> {
            var store = new OrganizationStore(handle);
            if (store.isUsed(id) || hadPeople(handle, id)) {
                return new Result.Refused(Refusal.IN_USE);
            }
            reference.remove(handle, changes, ReferenceKind.ORGANIZATION, id.value());
            store.delete(id);
            actor.note(handle, times.now(), Action.ORGANIZATION_REMOVED, id.value());
            return new Result.Done(id);
        });
    }

    /// Figures of the past speak of whoever belonged there.
    private boolean hadPeople(Handle handle, OrganizationId id) {
        var known = roster.now(handle);
        return known.seats().stream().anyMatch(seat -> seat.organization().equals(id))
                || known.members().stream()
                        .flatMap(member -> member.memberships().stream())
                        .anyMatch(each -> each.branch().equals(id)
                                || each.group().filter(id::equals).isPresent());
    }
}
