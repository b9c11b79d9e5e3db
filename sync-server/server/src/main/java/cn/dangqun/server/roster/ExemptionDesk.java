package cn.dangqun.server.roster;

import cn.dangqun.domain.attendance.ExemptionKind;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.roster.MemberExemption.State;
import cn.dangqun.server.roster.RosterDesk.Refusal;
import cn.dangqun.server.roster.RosterDesk.Result;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Times;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Asks for exemptions, consents to them and ends them (OQ-03, OQ-38): one account brings the meeting's
/// decision, another the consent. It counts from the day of the consent on and never before; it ends today at
/// the earliest. Blocks.
record ExemptionDesk(Database database, ReferenceLedger reference, MemberWords words, Times times, FreshIds ids) {

    Result ask(MemberId member, ExemptionKind kind, LocalDate meetingOn, String reason, Actor actor) {
        return database.write((handle, changes) -> {
            var store = new ExemptionStore(handle);
            if (meetingOn.isAfter(times.today())) {
                return new Result.Refused(Refusal.IN_THE_FUTURE);
            }
            boolean open = store.of(member).stream()
                    .anyMatch(each -> each.state() == State.ASKED
                            || (each.state() == State.GRANTED && each.endsOn().isEmpty()));
            if (open) {
                return new Result.Refused(Refusal.ALREADY_EXEMPT);
            }
            var asked = new MemberExemption(
                    ids.draw(member + "."),
                    member,
                    kind,
                    meetingOn,
                    reason,
                    actor.login(),
                    State.ASKED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            store.ask(asked, times.now());
            note(handle, asked, MemberChange.Kind.EXEMPTION_ASKED, Optional.of(meetingOn), reason, actor);
            actor.note(handle, times.now(), Action.EXEMPTION_ASKED, member.value());
            return new Result.Done(member);
        });
    }

    Result decide(MemberId member, String id, boolean grants, String reason, Actor actor) {
        return database.write((handle, changes) -> {
            var asked = find(handle, member, id).filter(each -> each.state() == State.ASKED);
            if (asked.isEmpty()) {
                return new Result.Refused(Refusal.NOT_WAITING);
            }
            if (asked.get().askedBy().equals(actor.login())) {
                return new Result.Refused(Refusal.OWN_APPROVAL);
            }
            var decided = asked.get().decided(grants ? State.GRANTED : State.REFUSED, actor.login(), times.today());
            new ExemptionStore(handle).change(decided);
            if (grants) {
                reference.publish(handle, changes, List.of(new ReferenceItem.ExemptionItem(id, decided.exemption())));
            }
            note(
                    handle,
                    decided,
                    grants ? MemberChange.Kind.EXEMPTION_GRANTED : MemberChange.Kind.EXEMPTION_REFUSED,
                    decided.decidedOn(),
                    reason,
                    actor);
            actor.note(
                    handle, times.now(), grants ? Action.EXEMPTION_GRANTED : Action.EXEMPTION_REFUSED, member.value());
            return new Result.Done(member);
        });
    }

    /// `last` is the last day on which it holds.
    Result end(MemberId member, String id, LocalDate last, String reason, Actor actor) {
        return database.write((handle, changes) -> {
            var granted = find(handle, member, id)
                    .filter(each -> each.state() == State.GRANTED)
                    .filter(each -> each.endsOn().isEmpty());
            if (granted.isEmpty()) {
                return new Result.Refused(Refusal.NOT_WAITING);
            }
            if (last.isBefore(times.today())) {
                return new Result.Refused(Refusal.IN_THE_PAST);
            }
            var ended = granted.get().ending(last);
            new ExemptionStore(handle).change(ended);
            reference.publish(handle, changes, List.of(new ReferenceItem.ExemptionItem(id, ended.exemption())));
            note(handle, ended, MemberChange.Kind.EXEMPTION_ENDED, Optional.of(last), reason, actor);
            actor.note(handle, times.now(), Action.EXEMPTION_ENDED, member.value());
            return new Result.Done(member);
        });
    }

    private static Optional<MemberExemption> find(Handle handle, MemberId member, String id) {
        return new ExemptionStore(handle)
                .of(member).stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private void note(
            Handle handle,
            MemberExemption about,
            MemberChange.Kind kind,
            Optional<LocalDate> day,
            String reason,
            Actor actor) {
        new RosterStore(handle)
                .note(
                        about.member(),
                        new MemberChange(kind, day, reason, words.exemption(about.kind()), actor.login(), times.now()));
    }
}
