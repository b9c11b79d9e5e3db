package cn.dangqun.server.roster;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.ResidentNumber;
import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.organization.OrganizationTree;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Enters members and what becomes of them: each deed one write, with its line of history and its record (F-82).
/// Nothing of the past is written over but by a correction that says so. Blocks; a resident number takes tens of
/// milliseconds.
final class RosterDesk {
    private final Database database;
    private final ReferenceLedger reference;
    private final Supplier<CardKeyer> keyer;
    private final ChangeWords words;
    private final Times times;
    private final FreshIds ids;

    RosterDesk(
            Database database, ReferenceLedger reference, Supplier<CardKeyer> keyer, ChangeWords words, Times times) {
        this.database = database;
        this.reference = reference;
        this.keyer = keyer;
        this.words = words;
        this.times = times;
        this.ids = new FreshIds(times);
    }

    enum Refusal {
        /// No branch of the street is meant
        NO_BRANCH,
        /// The group is not one of the branch
        NO_GROUP,
        /// Somebody else has the resident number
        NUMBER_TAKEN,
        /// The day lies before the newest membership began
        BEFORE_THE_LAST,
        /// Nothing would change
        AS_IT_IS,
        /// The person is not on the roster any more
        GONE,
        /// A seat is a full member's (RULES §2)
        NOT_FULL,
        /// Another holds the post then
        SECOND_SECRETARY,
        /// An exemption is asked for, or holds
        ALREADY_EXEMPT,
        /// What is to be decided or ended is not open any more
        NOT_WAITING,
        /// Nobody consents to what they asked for themselves
        OWN_APPROVAL,
        /// A day that has not come
        IN_THE_FUTURE,
        /// A day that is over: nothing of the past is written over
        IN_THE_PAST,
        /// The card is not the member's any more
        NO_CARD
    }

    sealed interface Result {
        record Done(MemberId member) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /// One member with everything the street knows, inside a write.
    record Known(Handle handle, ChangeLog changes, Member member) {}

    /// What somebody does to a member who is there; a refusal writes nothing.
    @FunctionalInterface
    interface Deed {
        Optional<Refusal> done(Known known);
    }

    Result enter(
            PersonName name, Membership membership, MemberDetail detail, Optional<ResidentNumber> number, Actor actor) {
        var key = number.map(this::key);
        return database.write((handle, changes) -> {
            var store = new RosterStore(handle);
            var refusal = misplaced(handle, membership)
                    .or(() -> key.filter(each -> isTaken(store, each, Optional.empty()))
                            .map(ignored -> Refusal.NUMBER_TAKEN));
            if (refusal.isPresent()) {
                return new Result.Refused(refusal.get());
            }
            var member = new Member(new MemberId(ids.draw("M-")), name, List.of(membership));
            publish(handle, changes, member);
            store.put(member.id(), detail);
            key.ifPresent(each -> bind(handle, changes, member.id(), each));
            note(
                    handle,
                    member.id(),
                    MemberChange.Kind.ENTERED,
                    membership.from(),
                    "",
                    words.entered(handle, membership),
                    actor);
            actor.note(handle, times.now(), Action.MEMBER_ENTERED, member.id().value());
            return new Result.Done(member.id());
        });
    }

    /// From `day` on the person belongs as `wanted` says: moved, confirmed, in another group.
    Result place(MemberId id, Membership wanted, LocalDate day, MemberChange.Kind kind, String reason, Actor actor) {
        return with(id, Action.MEMBER_CHANGED, actor, known -> {
            var member = known.member();
            var newest = member.newest();
            var refusal = misplaced(known.handle(), wanted);
            if (refusal.isPresent()) {
                return refusal;
            }
            if (newest.isAs(wanted) && newest.until().isEmpty()) {
                return Optional.of(Refusal.AS_IT_IS);
            }
            if (newest.from().filter(from -> !from.isBefore(day)).isPresent()
                    || newest.until().filter(end -> end.isAfter(day)).isPresent()) {
                return Optional.of(Refusal.BEFORE_THE_LAST);
            }
            var next = new Member(id, member.name(), List.of(wanted));
            publish(known.handle(), known.changes(), member.becoming(next, day));
            note(
                    known.handle(),
                    id,
                    kind,
                    Optional.of(day),
                    reason,
                    words.moved(known.handle(), newest, wanted),
                    actor);
            return Optional.empty();
        });
    }

    /// The newest membership never was as it had been entered; its days stay.
    Result correct(MemberId id, Membership wanted, String reason, Actor actor) {
        return with(id, Action.MEMBER_CHANGED, actor, known -> {
            var member = known.member();
            var newest = member.newest();
            var right = new Membership(
                    wanted.branch(),
                    wanted.group(),
                    wanted.relation(),
                    wanted.status(),
                    wanted.from().or(newest::from),
                    newest.until());
            var refusal = misplaced(known.handle(), right)
                    .or(() -> right.equals(newest) ? Optional.of(Refusal.AS_IT_IS) : Optional.empty())
                    .or(() -> fits(member, right) ? Optional.empty() : Optional.of(Refusal.BEFORE_THE_LAST));
            if (refusal.isPresent()) {
                return refusal;
            }
            var memberships = new ArrayList<>(member.memberships());
            memberships.set(memberships.size() - 1, right);
            publish(known.handle(), known.changes(), new Member(id, member.name(), memberships));
            note(
                    known.handle(),
                    id,
                    MemberChange.Kind.CORRECTED,
                    right.from(),
                    reason,
                    words.moved(known.handle(), newest, right),
                    actor);
            return Optional.empty();
        });
    }

    private static boolean fits(Member member, Membership right) {
        try {
            var memberships = new ArrayList<>(member.memberships());
            memberships.set(memberships.size() - 1, right);
            return new Member(member.id(), member.name(), memberships).newest().equals(right);
        } catch (IllegalArgumentException overlapping) {
            return false;
        }
    }

    /// `day` is the first on which the person does not belong any more. What was before stays.
    Result leave(MemberId id, LocalDate day, MemberChange.Kind kind, String reason, Actor actor) {
        return with(id, Action.MEMBER_LEFT, actor, known -> {
            var member = known.member();
            var newest = member.newest();
            if (newest.until().isPresent()) {
                return Optional.of(Refusal.GONE);
            }
            if (newest.from().filter(from -> from.isAfter(day)).isPresent()) {
                return Optional.of(Refusal.BEFORE_THE_LAST);
            }
            var memberships = new ArrayList<>(member.memberships());
            memberships.set(memberships.size() - 1, newest.endingOn(day));
            publish(known.handle(), known.changes(), new Member(id, member.name(), memberships));
            endSeats(known, day);
            note(known.handle(), id, kind, Optional.of(day), reason, words.left(known.handle(), newest), actor);
            return Optional.empty();
        });
    }

    private void endSeats(Known known, LocalDate day) {
        var ended = new Entries(known.handle())
                .seats().stream()
                        .filter(seat -> seat.member().equals(known.member().id()))
                        .filter(seat -> seat.until().isEmpty() && !seat.from().isAfter(day))
                        .<ReferenceItem>map(seat -> new ReferenceItem.CommitteeSeatItem(Seats.ending(seat, day)))
                        .toList();
        reference.publish(known.handle(), known.changes(), ended);
    }

    /// What the books say of the person, and the name.
    Result describe(MemberId id, PersonName name, MemberDetail detail, String reason, Actor actor) {
        return with(id, Action.MEMBER_CHANGED, actor, known -> {
            var member = known.member();
            var store = new RosterStore(known.handle());
            var before = store.detail(id);
            if (member.name().equals(name) && before.equals(detail)) {
                return Optional.of(Refusal.AS_IT_IS);
            }
            if (!member.name().equals(name)) {
                publish(known.handle(), known.changes(), new Member(id, name, member.memberships()));
            }
            store.put(id, detail);
            note(
                    known.handle(),
                    id,
                    MemberChange.Kind.DETAILS,
                    Optional.empty(),
                    reason,
                    words.described(member.name(), name, before, detail),
                    actor);
            return Optional.empty();
        });
    }

    /// The resident card finds the person from now on, in place of one of a number that was wrong.
    Result identify(MemberId id, ResidentNumber number, String reason, Actor actor) {
        var key = key(number);
        return with(id, Action.MEMBER_CHANGED, actor, known -> {
            var store = new RosterStore(known.handle());
            if (isTaken(store, key, Optional.of(id))) {
                return Optional.of(Refusal.NUMBER_TAKEN);
            }
            var before = store.numberOf(id);
            boolean finds = isBound(known.handle(), key);
            if (before.equals(Optional.of(key)) && finds) {
                return Optional.of(Refusal.AS_IT_IS);
            }
            before.filter(each -> !each.equals(key))
                    .ifPresent(wrong ->
                            reference.remove(known.handle(), known.changes(), ReferenceKind.CARD_BINDING, wrong.hex()));
            bind(known.handle(), known.changes(), id, key);
            note(
                    known.handle(),
                    id,
                    MemberChange.Kind.NUMBER,
                    Optional.empty(),
                    reason,
                    words.identified(before.isPresent()),
                    actor);
            return Optional.empty();
        });
    }

    private Result with(MemberId id, Action action, Actor actor, Deed deed) {
        return database.write((handle, changes) -> {
            var member = new Entries(handle).member(id);
            var refusal =
                    member.isEmpty() ? Optional.of(Refusal.GONE) : deed.done(new Known(handle, changes, member.get()));
            if (refusal.isPresent()) {
                return new Result.Refused(refusal.get());
            }
            actor.note(handle, times.now(), action, id.value());
            return new Result.Done(id);
        });
    }

    private CardKey key(ResidentNumber number) {
        return new CardKey(keyer.get().ofResidentNumber(number.characters()).hex());
    }

    private static boolean isTaken(RosterStore store, CardKey key, Optional<MemberId> but) {
        return store.withNumber(key)
                .filter(each -> !but.equals(Optional.of(each)))
                .isPresent();
    }

    private static boolean isBound(Handle handle, CardKey key) {
        return handle.createQuery("SELECT 1 FROM card_binding WHERE street = 1 AND card = ?")
                .bind(0, key.hex())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private void bind(Handle handle, ChangeLog changes, MemberId member, CardKey key) {
        reference.publish(handle, changes, List.of(new ReferenceItem.CardBinding(key, member)));
        new RosterStore(handle).putNumber(member, key);
    }

    private void publish(Handle handle, ChangeLog changes, Member member) {
        reference.publish(handle, changes, List.of(new ReferenceItem.MemberItem(member)));
    }

    private Optional<Refusal> misplaced(Handle handle, Membership membership) {
        var tree = new Entries(handle).tree();
        if (!isOf(tree, membership.branch(), OrganizationLevel.BRANCH)) {
            return Optional.of(Refusal.NO_BRANCH);
        }
        return membership
                .group()
                .filter(group ->
                        !isOf(tree, group, OrganizationLevel.GROUP) || !tree.contains(membership.branch(), group))
                .map(ignored -> Refusal.NO_GROUP);
    }

    private static boolean isOf(OrganizationTree tree, OrganizationId id, OrganizationLevel level) {
        return tree.find(id).filter(each -> each.level() == level).isPresent();
    }

    private void note(
            Handle handle,
            MemberId member,
            MemberChange.Kind kind,
            Optional<LocalDate> day,
            String reason,
            String said,
            Actor actor) {
        new RosterStore(handle).note(member, new MemberChange(kind, day, reason, said, actor.login(), times.now()));
    }
}
