package cn.dangqun.server.plan;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.activity.ActivityType;
import cn.dangqun.domain.activity.CheckInWindow;
import cn.dangqun.domain.activity.Preparation;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.accounts.Actor;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// Plans activities, moves and cancels them; each deed one write with its record. What has begun stays as it is but for
/// its words, its place and what it is prepared with. Blocks.
final class PlanDesk {
    private static final int MOST_INVITED = 1000;

    private final Database database;
    private final ReferenceLedger reference;
    private final Texts texts;
    private final Times times;
    private final ZoneId zone;
    private final FreshIds ids;

    PlanDesk(Database database, ReferenceLedger reference, Texts texts, Times times, ZoneId zone) {
        this.database = database;
        this.reference = reference;
        this.texts = texts;
        this.times = times;
        this.ids = new FreshIds(times);
        this.zone = zone;
    }

    /// What was typed, each field well-formed; `starts` before `ends`, on `heldOn` by the street's time.
    record Draft(
            ActivityType type,
            OrganizationId organization,
            String title,
            String place,
            LocalDate heldOn,
            LocalTime starts,
            LocalTime ends,
            List<OrganizationId> partners,
            Set<ActivityType> marks,
            PlanDetail detail,
            Preparation prepared) {
        Draft {
            partners = List.copyOf(partners);
            marks = Set.copyOf(marks);
        }

        private Draft on(LocalDate day) {
            return new Draft(type, organization, title, place, day, starts, ends, partners, marks, detail, prepared);
        }
    }

    enum Refusal {
        /// No organisation of the street is meant
        NO_ORGANIZATION,
        /// A group's meeting is a group's, or of all groups of a branch
        NOT_OF_A_GROUP,
        /// It began, or somebody came
        BEGUN,
        GONE,
        CANCELLED,
        AS_IT_IS,
        /// Another day or time needs a reason
        NO_REASON,
        /// More than one training can hold
        TOO_MANY,
        /// Only a training has days and a level
        NO_TRAINING
    }

    sealed interface Result {
        record Done(ActivityId first, int planned) implements Result {}

        record Refused(Refusal why) implements Result {}
    }

    /// The same on this day of so many following months too: the last day of a month that is shorter.
    Result plan(Draft draft, int monthsMore, Actor actor) {
        return plan(
                IntStream.rangeClosed(0, monthsMore)
                        .mapToObj(month -> draft.on(draft.heldOn().plusMonths(month)))
                        .toList(),
                actor);
    }

    /// All of them or none.
    Result plan(List<Draft> drafts, Actor actor) {
        return database.write((handle, changes) -> {
            for (var draft : drafts) {
                var refusal = misplaced(handle, draft);
                if (refusal.isPresent()) {
                    return new Result.Refused(refusal.get());
                }
            }
            var planned = new ArrayList<ReferenceItem>();
            var store = new PlanStore(handle);
            for (var draft : drafts) {
                var id = new ActivityId(ids.draw("a-"));
                planned.add(new ReferenceItem.ActivityItem(activity(id, draft)));
                store.put(id, draft.detail());
                var words = when(draft);
                store.note(id, new PlanChange(PlanChange.Kind.PLANNED, "", words, actor.login(), times.now()));
                actor.note(handle, times.now(), Action.ACTIVITY_PLANNED, id.value());
            }
            reference.publish(handle, changes, planned);
            return new Result.Done(new ActivityId(planned.getFirst().id()), planned.size());
        });
    }

    Result change(ActivityId id, Draft draft, String reason, Actor actor) {
        return database.write((handle, changes) -> {
            var known = new Entries(handle).activity(id);
            var store = new PlanStore(handle);
            var refusal =
                    known.isEmpty() ? Optional.of(Refusal.GONE) : refused(handle, store, known.get(), draft, reason);
            if (refusal.isPresent()) {
                return new Result.Refused(refusal.get());
            }
            var before = known.orElseThrow();
            var after = changed(before, draft);
            var detail = store.detail(id);
            reference.publish(handle, changes, List.of(new ReferenceItem.ActivityItem(after)));
            store.put(id, draft.detail());
            changes.activity(id);
            store.note(
                    id,
                    new PlanChange(
                            isMoved(before, after) ? PlanChange.Kind.POSTPONED : PlanChange.Kind.CHANGED,
                            reason,
                            difference(before, after, detail, draft),
                            actor.login(),
                            times.now()));
            actor.note(handle, times.now(), Action.ACTIVITY_CHANGED, id.value());
            return new Result.Done(id, 1);
        });
    }

    private Optional<Refusal> refused(Handle handle, PlanStore store, Activity before, Draft draft, String reason) {
        if (store.isCancelled(before.id())) {
            return Optional.of(Refusal.CANCELLED);
        }
        var after = changed(before, draft);
        var detail = store.detail(before.id());
        if (after.equals(before) && detail.equals(draft.detail())) {
            return Optional.of(Refusal.AS_IT_IS);
        }
        boolean begun = store.hasBegun(before.id()) || !before.starts().isAfter(times.now());
        boolean wordsOnly = !isMoved(before, after)
                && after.type() == before.type()
                && after.organizations().equals(before.organizations())
                && after.marks().equals(before.marks())
                && detail.keeps(draft.detail());
        if (begun && !wordsOnly) {
            return Optional.of(Refusal.BEGUN);
        }
        if (isMoved(before, after) && reason.isEmpty()) {
            return Optional.of(Refusal.NO_REASON);
        }
        return misplaced(handle, draft);
    }

    private static boolean isMoved(Activity before, Activity after) {
        return !before.starts().equals(after.starts()) || !before.ends().equals(after.ends());
    }

    /// Who is asked to a training; each at most once.
    Result invite(ActivityId id, List<MemberId> invited, Actor actor) {
        return database.write((handle, changes) -> {
            var store = new PlanStore(handle);
            var known = new Entries(handle).activity(id);
            if (known.isEmpty() || store.isCancelled(id)) {
                return new Result.Refused(Refusal.GONE);
            }
            var before = known.get();
            if (store.hasBegun(id) || !before.starts().isAfter(times.now())) {
                return new Result.Refused(Refusal.BEGUN);
            }
            if (invited.size() > MOST_INVITED) {
                return new Result.Refused(Refusal.TOO_MANY);
            }
            reference.publish(handle, changes, List.of(new ReferenceItem.ActivityItem(before.inviting(invited))));
            changes.activity(id);
            var words = texts.get("plan.history.invited", before.invited().size(), invited.size());
            store.note(id, new PlanChange(PlanChange.Kind.CHANGED, "", words, actor.login(), times.now()));
            actor.note(handle, times.now(), Action.ACTIVITY_CHANGED, id.value());
            return new Result.Done(id, 1);
        });
    }

    Result cancel(ActivityId id, String reason, Actor actor) {
        return database.write((handle, changes) -> {
            var store = new PlanStore(handle);
            var known = new Entries(handle).activity(id);
            if (known.isEmpty()) {
                return new Result.Refused(Refusal.GONE);
            }
            if (store.isCancelled(id)) {
                return new Result.Refused(Refusal.CANCELLED);
            }
            if (store.hasBegun(id) || !known.get().starts().isAfter(times.now())) {
                return new Result.Refused(Refusal.BEGUN);
            }
            store.cancel(id, reason, actor.login(), times.now());
            reference.keepToOneself(handle, changes, ReferenceKind.ACTIVITY, id.value());
            changes.activity(id);
            store.note(id, new PlanChange(PlanChange.Kind.CANCELLED, reason, "", actor.login(), times.now()));
            actor.note(handle, times.now(), Action.ACTIVITY_CANCELLED, id.value());
            return new Result.Done(id, 1);
        });
    }

    private static Optional<Refusal> misplaced(Handle handle, Draft draft) {
        var tree = new Entries(handle).tree();
        var organization = tree.find(draft.organization());
        if (draft.detail().training().isPresent() && draft.type() != ActivityType.TRAINING) {
            return Optional.of(Refusal.NO_TRAINING);
        }
        if (organization.isEmpty()
                || draft.partners().stream().anyMatch(each -> tree.find(each).isEmpty())) {
            return Optional.of(Refusal.NO_ORGANIZATION);
        }
        boolean ofGroups = organization.get().level() == OrganizationLevel.GROUP
                || tree.childrenOf(draft.organization()).stream()
                        .anyMatch(each -> each.level() == OrganizationLevel.GROUP);
        return draft.type() == ActivityType.GROUP_MEETING && !ofGroups
                ? Optional.of(Refusal.NOT_OF_A_GROUP)
                : Optional.empty();
    }

    private Activity activity(ActivityId id, Draft draft) {
        var day = draft.heldOn();
        var starts = day.atTime(draft.starts()).atZone(zone).toInstant();
        var ends = day.atTime(draft.ends()).atZone(zone).toInstant();
        return new Activity(
                id,
                draft.type(),
                draft.organization(),
                draft.title(),
                draft.place(),
                day,
                starts,
                ends,
                CheckInWindow.around(starts, ends),
                draft.partners(),
                List.of(),
                draft.marks(),
                draft.prepared());
    }

    /// Who is invited stays.
    private Activity changed(Activity before, Draft draft) {
        var fresh = activity(before.id(), draft);
        boolean moved = isMoved(before, fresh);
        return new Activity(
                before.id(),
                fresh.type(),
                fresh.organization(),
                fresh.title(),
                fresh.place(),
                fresh.heldOn(),
                fresh.starts(),
                fresh.ends(),
                moved ? fresh.window() : before.window(),
                fresh.partners(),
                before.invited(),
                fresh.marks(),
                fresh.preparation());
    }

    private String when(Draft draft) {
        return times.day(draft.heldOn()) + " " + draft.starts() + "–" + draft.ends();
    }

    private String difference(Activity before, Activity after, PlanDetail detail, Draft draft) {
        var said = new ArrayList<String>();
        if (isMoved(before, after)) {
            said.add(texts.get(
                    "plan.history.moved",
                    times.day(before.heldOn()) + " " + times.time(before.starts()) + "–" + times.time(before.ends()),
                    when(draft)));
        }
        if (!before.title().equals(after.title())) {
            said.add(texts.get("plan.history.title", before.title(), after.title()));
        }
        if (!before.place().equals(after.place())) {
            said.add(texts.get("plan.history.place", before.place(), after.place()));
        }
        if (before.type() != after.type() || !before.organization().equals(after.organization())) {
            said.add(texts.get("plan.history.kind"));
        }
        if (!before.partners().equals(after.partners())) {
            said.add(texts.get("plan.history.partners"));
        }
        if (!before.marks().equals(after.marks())) {
            said.add(texts.get("plan.history.marks"));
        }
        if (!before.preparation().equals(after.preparation())) {
            said.add(texts.get("plan.history.prepared"));
        }
        if (!detail.equals(draft.detail())) {
            said.add(texts.get("plan.history.detail"));
        }
        return String.join(texts.get("roster.history.and"), said);
    }
}
