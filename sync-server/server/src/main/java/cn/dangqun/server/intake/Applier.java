package cn.dangqun.server.intake;

import cn.dangqun.domain.member.Member;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.Membership;
import cn.dangqun.domain.member.PersonName;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.roster.ChangeWords;
import cn.dangqun.server.roster.MemberChange;
import cn.dangqun.server.roster.MemberDetail;
import cn.dangqun.server.roster.RosterStore;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Times;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Does what rows come to, inside one write. A row that would by now come to something else is left as doubtful.
record Applier(ReferenceLedger reference, ChangeWords words, FreshIds ids, Times times) {

    /// Returns how many were applied.
    int apply(Handle handle, ChangeLog changes, Intake intake, List<IntakeRow> rows) {
        var store = new IntakeStore(handle);
        var judge = new Judge(new StandingRoster(handle, intake.scope(), times.today()), words, times.today());
        var pending = new Pending(handle, changes);
        int applied = 0;
        for (var row : rows) {
            pending.makeWayFor(row);
            var verdict = judge.of(row.said(), row.card());
            if (verdict.outcome() != row.outcome() || !verdict.member().equals(row.member())) {
                store.settle(
                        intake.id(),
                        row.number(),
                        IntakeOutcome.DOUBTFUL,
                        words.texts().get("intake.why.changed"),
                        false);
                continue;
            }
            if (row.outcome() == IntakeOutcome.NEW) {
                enter(pending, intake, row);
            } else {
                change(pending, intake, row, verdict.words());
            }
            store.settle(intake.id(), row.number(), row.outcome(), row.words(), true);
            applied++;
        }
        pending.publish();
        return applied;
    }

    /// What rows of one write come to, published together: kiosks are told once. A row of the same name or
    /// person is not judged before the former is there.
    @OneProcess("Items of one write; gone with it.")
    private final class Pending {
        private final Handle handle;
        private final ChangeLog changes;
        private final List<ReferenceItem> items = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private final Set<MemberId> members = new HashSet<>();

        private Pending(Handle handle, ChangeLog changes) {
            this.handle = handle;
            this.changes = changes;
        }

        private void makeWayFor(IntakeRow row) {
            boolean meant = names.contains(row.said().name())
                    || row.member().filter(members::contains).isPresent();
            if (meant) {
                publish();
            }
            names.add(row.said().name());
            row.member().ifPresent(members::add);
        }

        private void add(ReferenceItem item) {
            items.add(item);
        }

        private void publish() {
            if (!items.isEmpty()) {
                reference.publish(handle, changes, List.copyOf(items));
            }
            items.clear();
            names.clear();
            members.clear();
        }
    }

    private void enter(Pending pending, Intake intake, IntakeRow row) {
        var handle = pending.handle;
        var membership = row.said().fresh(intake.status());
        var member = new Member(
                new MemberId(ids.draw("M-")), new PersonName(row.said().name()), List.of(membership));
        publish(pending, member, row);
        new RosterStore(handle).put(member.id(), row.said().over(MemberDetail.NONE));
        note(handle, intake, row, member.id(), Optional.empty(), words.entered(handle, membership));
    }

    private void change(Pending pending, Intake intake, IntakeRow row, String said) {
        var handle = pending.handle;
        var id = row.member().orElseThrow();
        var store = new RosterStore(handle);
        var known = new Entries(handle).member(id).orElseThrow();
        var day = intake.movedOn().orElseGet(times::today);
        var wanted = row.said().over(known.newest());
        var named = new Member(id, row.said().over(known.name()), known.memberships());
        boolean moves = !known.newest().isAs(wanted);
        publish(pending, moves ? moved(named, wanted, day) : named, row);
        store.put(id, row.said().over(store.detail(id)));
        note(handle, intake, row, id, moves ? Optional.of(day) : Optional.empty(), said);
    }

    /// A membership that began on the day or after it is put right, not ended before it began.
    private static Member moved(Member member, Membership wanted, LocalDate day) {
        if (member.newest().from().filter(from -> !from.isBefore(day)).isPresent()) {
            var memberships = new ArrayList<>(member.memberships());
            memberships.set(
                    memberships.size() - 1,
                    wanted.beginningOn(member.newest().from().get()));
            return new Member(member.id(), member.name(), memberships);
        }
        return member.becoming(new Member(member.id(), member.name(), List.of(wanted)), day);
    }

    private static void publish(Pending pending, Member member, IntakeRow row) {
        pending.add(new ReferenceItem.MemberItem(member));
        row.card().ifPresent(card -> {
            pending.add(new ReferenceItem.CardBinding(card, member.id()));
            new RosterStore(pending.handle).putNumber(member.id(), card);
        });
    }

    private void note(
            Handle handle, Intake intake, IntakeRow row, MemberId member, Optional<LocalDate> day, String said) {
        new RosterStore(handle)
                .note(
                        member,
                        new MemberChange(
                                MemberChange.Kind.IMPORTED,
                                day,
                                words.texts().get("intake.history.row", intake.file(), row.number()),
                                said,
                                intake.login(),
                                times.now()));
    }
}
