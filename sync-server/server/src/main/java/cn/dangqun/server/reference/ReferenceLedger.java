package cn.dangqun.server.reference;

import cn.dangqun.domain.activity.Activity;
import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.organization.OrganizationTree;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// The street's numbered changes and the pages in which kiosks receive them (DESIGN §3, F-60). All methods block: not
/// for network threads.
public final class ReferenceLedger {
    /// Memberships begin and end by the street's day.
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// Up to so many items are published in one write.
    static final int SLICE = 100;

    /// What a write holds at least and at most, and how long it should last: another write waits for one slice.
    private static final int SMALLEST_SLICE = 4;
    private static final int LARGEST_SLICE = 500;
    private static final Duration SLICE_LASTS = Duration.ofMillis(15);

    private final Database database;
    private final Clock clock;

    public ReferenceLedger(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Publishes items, each where it belongs; staff stay where they are, new staff serve the whole street. Many are
    /// published in slices as large as a moment allows, so that no other write waits for all of them:
    /// organisations first, then members, then what depends on them. Returns the newest number. Throws
    /// IllegalArgumentException, and has published nothing, when the organisations would be no tree.
    public long publish(List<ReferenceItem> items) {
        if (items.size() <= SLICE) {
            return change(publication -> publication.publish(items));
        }
        refuseNoTree(items);
        var ordered = items.stream()
                .sorted(Comparator.comparing((ReferenceItem item) -> item.kind() != ReferenceKind.ORGANIZATION)
                        .thenComparing(ReferenceLedger::level)
                        .thenComparing(ReferenceItem::kind))
                .toList();
        long newest = 0;
        int size = SMALLEST_SLICE;
        for (int from = 0; from < ordered.size(); ) {
            var slice = ordered.subList(from, Math.min(from + size, ordered.size()));
            long begun = System.nanoTime();
            newest = change(publication -> publication.publish(slice));
            size = next(slice.size(), System.nanoTime() - begun);
            from += slice.size();
        }
        return newest;
    }

    /// Grows at most twofold: a program that has just started, or a busy machine, is slow by turns.
    private static int next(int size, long nanos) {
        long fits = size * SLICE_LASTS.toNanos() / Math.max(1, nanos);
        return Math.clamp(Math.min(fits, 2L * size), SMALLEST_SLICE, LARGEST_SLICE);
    }

    /// Parents come before their children.
    private static OrganizationLevel level(ReferenceItem item) {
        return item instanceof ReferenceItem.OrganizationItem(var organization)
                ? organization.level()
                : OrganizationLevel.STREET_COMMITTEE;
    }

    private void refuseNoTree(List<ReferenceItem> items) {
        database.read(handle -> {
            var organizations = new LinkedHashMap<OrganizationId, Organization>();
            Stream.concat(
                            new ReferenceStore(handle)
                                    .all(ReferenceKind.ORGANIZATION).stream().map(ReferenceStore.Current::item),
                            items.stream())
                    .filter(ReferenceItem.OrganizationItem.class::isInstance)
                    .map(item -> ((ReferenceItem.OrganizationItem) item).organization())
                    .forEach(each -> organizations.put(each.id(), each));
            return new OrganizationTree(organizations.values());
        });
    }

    /// The same inside a caller's write: what the caller notes and what the kiosks learn are done together or not at
    /// all.
    public long publish(Handle handle, ChangeLog changes, List<ReferenceItem> items) {
        return change(handle, changes, publication -> publication.publish(items));
    }

    /// Publishes staff to the kiosks of one community.
    public long publishStaff(List<ReferenceItem.Staff> staff, OrganizationId community) {
        return change(publication -> publication.publishStaff(staff, community));
    }

    /// The same inside a caller's write.
    public long publishStaff(
            Handle handle, ChangeLog changes, List<ReferenceItem.Staff> staff, OrganizationId community) {
        return change(handle, changes, publication -> publication.publishStaff(staff, community));
    }

    /// Removes an item from every kiosk that holds it. Returns the newest number.
    public long remove(ReferenceKind kind, String id) {
        return change(publication -> publication.remove(kind, id));
    }

    /// The same inside a caller's write.
    public long remove(Handle handle, ChangeLog changes, ReferenceKind kind, String id) {
        return change(handle, changes, publication -> publication.remove(kind, id));
    }

    /// Takes an item from every kiosk that holds it, inside a caller's write; the street's pages keep it until it is
    /// published again.
    public long keepToOneself(Handle handle, ChangeLog changes, ReferenceKind kind, String id) {
        return change(handle, changes, publication -> publication.keepToOneself(kind, id));
    }

    private long change(Consumer<Publication> work) {
        return database.write((handle, changes) -> change(handle, changes, work));
    }

    private long change(Handle handle, ChangeLog changes, Consumer<Publication> work) {
        var before = new ReferenceStore(handle).newest();
        work.accept(new Publication(handle, clock.millis(), ZONE));
        return noteIfNew(changes, before, new ReferenceStore(handle).newest());
    }

    private static long noteIfNew(ChangeLog changes, long before, long after) {
        if (after > before) {
            changes.reference();
        }
        return after;
    }

    /// Whether an item that kiosks at the site hold names the file. Inside a caller's read.
    public boolean isNamedAt(Handle handle, String site, ContentId file) {
        return new ReferenceStore(handle).isNamedIn(scoping(handle).at(site, today()), file);
    }

    /// All that stand of one kind, inside a caller's read or write.
    public List<ReferenceItem> items(Handle handle, ReferenceKind kind) {
        return new ReferenceStore(handle)
                .all(kind).stream().map(ReferenceStore.Current::item).toList();
    }

    public boolean isEmpty() {
        return database.read(handle -> new ReferenceStore(handle).newest() == 0);
    }

    /// Where a kiosk stands that says it has applied `applied` and now stands, speaks and keeps cards as in `now`.
    /// It starts over when it is new, was moved to another site, holds the kinds of another version (F-67) or cards
    /// under another secret, or names a number this street never gave (a restored backup, F-98).
    public Feed feed(Held now, Optional<Held> held, long applied) {
        return database.read(handle -> {
            var scoping = scoping(handle);
            return held.filter(each -> each.isLike(now) && new ReferenceStore(handle).isNumber(applied))
                    .map(each -> each.scopes().isEmpty() ? scoping.ownOf(now.site()) : each.scopes())
                    .map(scopes -> Feed.from(now, scopes, applied))
                    .orElseGet(() -> Feed.fromTheStart(now, scoping.at(now.site(), today())));
        });
    }

    /// The newest number that concerns the kiosk; 0 when nothing does.
    public long newest(Feed feed) {
        return database.read(
                handle -> new ReferenceStore(handle).newestAfter(feed.after(), feed.scopes(), feed.kinds()));
    }

    /// The next page, or empty when the kiosk has everything that its site is to have today.
    public Optional<Feed.Next> next(Feed feed) {
        return database.read(handle -> new FeedPages(new ReferenceStore(handle))
                .next(feed, scoping(handle).at(feed.site(), today())));
    }

    /// The street's day, by which branches come to visit and go.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /// Notes who takes part in what was planned before that was noted, and tells it where it belongs. In slices;
    /// nothing to do but once after such an upgrade.
    public void settle() {
        var left = unsettled();
        while (!left.isEmpty()) {
            var slice = left;
            change(publication -> publication.settle(slice));
            left = unsettled();
        }
    }

    private List<Activity> unsettled() {
        return database.read(handle -> new ReferenceStore(handle)
                .unsettled(SLICE).stream()
                        .flatMap(id -> new Entries(handle).activity(new ActivityId(id)).stream())
                        .toList());
    }

    private static Scoping scoping(Handle handle) {
        return new Scoping(new ReferenceColumns(handle), new ReferenceStore(handle));
    }
}
