package cn.dangqun.server.contact;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.request.Answerer;
import cn.dangqun.domain.request.RequestKind;
import cn.dangqun.protocol.ResidentNote;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.contact.HouseholdStore.Household;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Permission;
import cn.dangqun.server.web.Viewer;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Pairs people of the staff with households, and enters their visits into the register. Blocks.
record HouseholdDesk(Database database, StreetLedger street, RequestDesk requests, Times times) {

    /// Whoever is paired with it; for people on duty, who have no account, their own organisation's accounts.
    static boolean isOf(Household household, Viewer viewer) {
        return viewer.may(Permission.HANDLE_REQUESTS)
                && (Answerer.account(viewer.login()).equals(household.helper())
                        || (household.helper().isStaff()
                                && (household.ofStreet() || viewer.scope().top().isPresent())));
    }

    /// Whether the viewer enters visits: whoever is paired; for people on duty everybody who handles requests
    /// where they serve, who reads nothing by it.
    static boolean enters(Household household, Viewer viewer) {
        return isOf(household, viewer)
                || (viewer.may(Permission.HANDLE_REQUESTS) && household.helper().isStaff());
    }

    /// Empty when nobody of that name is around.
    Optional<String> pair(
            OrganizationId organization, Answerer helper, LocalDate since, ResidentNote note, Actor actor) {
        return database.write((handle, changes) -> {
            if (!new Answerers(handle).isAround(organization, helper)) {
                return Optional.empty();
            }
            var id = UUID.randomUUID().toString();
            new HouseholdStore(handle).add(id, organization, helper, street.attach(handle, note.encode()), since);
            actor.note(handle, times.now(), Action.HOUSEHOLD_PAIRED, id);
            return Optional.of(id);
        });
    }

    /// A visit of the register, by whoever is paired with the household; `answer` closes it at once, without one it is
    /// open while something is left to do. False when whoever is paired is not around any more.
    boolean visit(Household household, LocalDate day, String words, String answer, Actor actor) {
        return database.write((handle, changes) -> {
            var name = new ResidentNotes(handle).open(household.note()) instanceof ResidentNotes.Note.Open(var known)
                    ? known
                    : ResidentNote.words("");
            var entry = new RequestDesk.Entry(
                    RequestKind.VISIT,
                    household.organization(),
                    Optional.empty(),
                    day,
                    Optional.empty(),
                    household.helper(),
                    new ResidentNote(name.name(), name.phone(), name.address(), words),
                    answer);
            var request = requests.file(handle, changes, entry, actor);
            request.ifPresent(each -> new HouseholdStore(handle).visited(household.id(), each));
            return request.isPresent();
        });
    }

    void end(Household household, String why, Actor actor) {
        database.write((handle, changes) -> {
            new HouseholdStore(handle).end(household.id(), times.today(), why);
            actor.note(handle, times.now(), Action.HOUSEHOLD_ENDED, household.id());
            return household;
        });
    }

    /// False when nobody of that name is around.
    boolean hand(Household household, Answerer helper, Actor actor) {
        return database.write((handle, changes) -> {
            boolean around = new Answerers(handle).isAround(household.organization(), helper);
            if (around) {
                new HouseholdStore(handle).hand(household.id(), helper);
                actor.note(handle, times.now(), Action.HOUSEHOLD_PAIRED, household.id());
            }
            return around;
        });
    }
}
