package cn.dangqun.server.roster;

import cn.dangqun.domain.member.CommitteeSeat;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.organization.CommitteePost;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.organizations.OrganizationWords;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.roster.RosterDesk.Refusal;
import cn.dangqun.server.roster.RosterDesk.Result;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Times;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Gives members seats on committees and ends them (RULES §2, CommitteeSeat); `linked` is the branch that a leader is
/// linked to. Blocks.
record SeatDesk(Database database, ReferenceLedger reference, OrganizationWords words, Times times, FreshIds ids) {

    Result give(
            MemberId holder,
            OrganizationId organization,
            CommitteePost post,
            boolean partTime,
            Optional<OrganizationId> linked,
            LocalDate from,
            Actor actor) {
        return database.write((handle, changes) -> {
            var known = new Entries(handle);
            var member = known.member(holder);
            if (member.isEmpty() || known.tree().find(organization).isEmpty()) {
                return new Result.Refused(Refusal.GONE);
            }
            if (!partTime
                    && member.get()
                            .on(from)
                            .filter(each -> each.status() == MemberStatus.FULL)
                            .isEmpty()) {
                return new Result.Refused(Refusal.NOT_FULL);
            }
            var seat = new CommitteeSeat(
                    ids.draw("s-"), organization, holder, post, partTime, linked, from, Optional.empty());
            if (known.seats().stream().anyMatch(each -> isSecond(each, seat))) {
                return new Result.Refused(Refusal.SECOND_SECRETARY);
            }
            reference.publish(handle, changes, List.of(new ReferenceItem.CommitteeSeatItem(seat)));
            note(handle, seat, MemberChange.Kind.SEATED, from, actor);
            return new Result.Done(holder);
        });
    }

    /// One secretary at a time; nobody sits twice.
    private static boolean isSecond(CommitteeSeat known, CommitteeSeat wanted) {
        boolean same = known.member().equals(wanted.member())
                || (known.post() == CommitteePost.SECRETARY && wanted.post() == CommitteePost.SECRETARY);
        return same && known.organization().equals(wanted.organization()) && Seats.overlap(known, wanted);
    }

    Result end(MemberId holder, String seatId, LocalDate day, Actor actor) {
        return database.write((handle, changes) -> {
            var seat = new Entries(handle)
                    .seat(seatId)
                    .filter(each -> each.member().equals(holder))
                    .filter(each -> each.until().isEmpty());
            if (seat.isEmpty()) {
                return new Result.Refused(Refusal.GONE);
            }
            if (seat.get().from().isAfter(day)) {
                return new Result.Refused(Refusal.BEFORE_THE_LAST);
            }
            reference.publish(
                    handle, changes, List.of(new ReferenceItem.CommitteeSeatItem(Seats.ending(seat.get(), day))));
            note(handle, seat.get(), MemberChange.Kind.UNSEATED, day, actor);
            return new Result.Done(holder);
        });
    }

    private void note(Handle handle, CommitteeSeat seat, MemberChange.Kind kind, LocalDate day, Actor actor) {
        var organization = handle.createQuery("SELECT name FROM organization WHERE street = 1 AND id = ?")
                .bind(0, seat.organization().value())
                .mapTo(String.class)
                .one();
        new RosterStore(handle)
                .note(
                        seat.member(),
                        new MemberChange(
                                kind,
                                Optional.of(day),
                                "",
                                organization + " " + words.post(seat.post()),
                                actor.login(),
                                times.now()));
        actor.note(handle, times.now(), Action.MEMBER_CHANGED, seat.member().value());
    }
}
