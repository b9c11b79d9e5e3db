package cn.dangqun.server.fees;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.StreetFact;
import cn.dangqun.domain.fact.StreetFact.Ruling;
import cn.dangqun.domain.fee.FeeRelief;
import cn.dangqun.domain.fee.FeeState;
import cn.dangqun.domain.fee.FeeTerm;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.ledger.StreetLedger;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Times;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Fixes amounts, enters months that were paid and takes them back, asks for less and answers it: each deed one commit
/// with its record. Blocks.
record FeeDesk(Database database, StreetLedger street, FeeSource source, Times times, FreshIds ids) {
    enum Outcome {
        DONE,
        /// It stands so already
        STANDS,
        /// Somebody of these owes that month to another branch, to nobody, or nothing
        NOT_OWED,
        /// Who asked does not approve, and nobody approves for themselves
        OWN,
        /// The months cross a year, or another relief holds in them
        NO_SPAN,
        GONE
    }

    /// All of them or nobody. Months ahead can be paid: who pays by the quarter does.
    Outcome enter(OrganizationId branch, YearMonth month, List<MemberId> members, String reason, Actor actor) {
        return database.write((handle, changes) -> {
            for (var member : members) {
                var refusal = refused(handle, branch, month, member);
                if (refusal.isPresent()) {
                    return refusal.get();
                }
            }
            for (var member : members) {
                note(handle, changes, member, month, Optional.empty(), true, reason, actor);
                actor.note(handle, times.now(), Action.FEE_ENTERED, member.value() + " " + month);
            }
            return Outcome.DONE;
        });
    }

    private Optional<Outcome> refused(Handle handle, OrganizationId branch, YearMonth month, MemberId id) {
        var member = new Entries(handle).member(id);
        if (member.isEmpty()) {
            return Optional.of(Outcome.GONE);
        }
        var account = source.accounts(handle, List.of(member.get()), month.getYear(), month.getYear())
                .getOrDefault(id, FeeSource.NOTHING);
        var state = account.month(month, times.today()).state();
        if (state == FeeState.PAID) {
            return Optional.of(Outcome.STANDS);
        }
        boolean owed = account.owedTo(month).filter(branch::equals).isPresent() && state != FeeState.EXEMPT;
        return owed ? Optional.empty() : Optional.of(Outcome.NOT_OWED);
    }

    private void note(
            Handle handle,
            ChangeLog changes,
            MemberId member,
            YearMonth month,
            Optional<ActivityId> ticked,
            boolean paid,
            String reason,
            Actor actor) {
        street.append(
                handle,
                changes,
                new StreetFact.FeeNoted(member, month, ticked, paid, new Ruling(actor.login(), reason)));
    }

    /// What was entered here, or ticked at a kiosk: that the kiosk's own list goes on with it changes nothing here.
    Outcome takeBack(MemberId member, YearMonth month, String from, String reason, Actor actor) {
        return database.write((handle, changes) -> {
            var entry = new FeeStore(handle)
                    .entries(member, month.getYear()).stream()
                            .filter(each ->
                                    each.month().equals(month) && each.source().equals(from))
                            .findFirst();
            if (entry.isEmpty()) {
                return Outcome.GONE;
            }
            if (!entry.get().paid()) {
                return Outcome.STANDS;
            }
            var ticked = from.equals(FeeProjection.STREET) ? Optional.<ActivityId>empty() : ActivityId.read(from);
            note(handle, changes, member, month, ticked, false, reason, actor);
            actor.note(handle, times.now(), Action.FEE_TAKEN_BACK, member.value() + " " + month);
            return Outcome.DONE;
        });
    }

    /// What the branch fixed, of those whose terms differ from what stands.
    Outcome fix(Map<MemberId, FeeTerm> terms, String reason, Actor actor) {
        return database.write((handle, changes) -> {
            var store = new FeeStore(handle);
            terms.forEach((member, term) -> {
                store.fix(member, term, reason, actor.login(), times.now());
                actor.note(handle, times.now(), Action.FEE_FIXED, member.value() + " " + term.from());
            });
            return Outcome.DONE;
        });
    }

    Outcome ask(MemberId member, FeeRelief relief, String reason, Actor actor) {
        return database.write((handle, changes) -> {
            var store = new FeeStore(handle);
            boolean taken = store.reliefs(member).stream()
                    .filter(each -> each.granted().orElse(true))
                    .anyMatch(each -> !each.relief().from().isAfter(relief.to())
                            && !relief.from().isAfter(each.relief().to()));
            if (taken || relief.from().getYear() != relief.to().getYear()) {
                return Outcome.NO_SPAN;
            }
            store.ask(ids.draw("f-"), member, relief, reason, actor.login(), times.now());
            actor.note(handle, times.now(), Action.FEE_RELIEF_ASKED, member.value());
            return Outcome.DONE;
        });
    }

    /// By another account than the one that asked, and not about the one who answers (OQ-30).
    Outcome decide(MemberId member, String id, boolean grants, String answer, String name, Actor actor) {
        return database.write((handle, changes) -> {
            var store = new FeeStore(handle);
            var asked = store.reliefs(member).stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst();
            if (asked.isEmpty()) {
                return Outcome.GONE;
            }
            if (asked.get().granted().isPresent()) {
                return Outcome.STANDS;
            }
            boolean own = asked.get().askedBy().equals(actor.login())
                    || new Entries(handle)
                            .member(member)
                            .filter(each -> each.name().full().equals(name))
                            .isPresent();
            if (own) {
                return Outcome.OWN;
            }
            store.decide(member, id, grants, answer, actor.login(), times.now());
            actor.note(
                    handle,
                    times.now(),
                    grants ? Action.FEE_RELIEF_GRANTED : Action.FEE_RELIEF_REFUSED,
                    member.value());
            return Outcome.DONE;
        });
    }
}
