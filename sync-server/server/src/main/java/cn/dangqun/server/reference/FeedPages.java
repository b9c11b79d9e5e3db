package cn.dangqun.server.reference;

import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.protocol.ReferenceCodec;
import cn.dangqun.protocol.ReferencePages;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The next page for a kiosk, from where it stands to what it is to hold. When a site serves another community, or
/// a branch comes to visit or goes, the kiosk goes on with what it has: what left is removed first, then what is
/// new comes branch by branch, then the changes go on.
record FeedPages(ReferenceStore store) {
    /// A page ends before it grows beyond this, unless one change alone is longer.
    static final int PAGE_BYTES = 256 * 1024;

    /// One branch is told in one page up to this size; a larger one is no branch any more.
    private static final int LARGEST_BRANCH = 3 * PAGE_BYTES;

    /// Empty when the kiosk has everything of these scopes.
    Optional<Feed.Next> next(Feed feed, Set<Scope> scopes) {
        if (!scopes.equals(feed.scopes())) {
            return feed.isWhole() ? shift(feed, scopes) : page(Feed.fromTheStart(feed.held(), scopes));
        }
        return feed.isJoining() ? joining(feed) : page(feed);
    }

    /// So much to remove is quicker told anew.
    private Optional<Feed.Next> shift(Feed feed, Set<Scope> scopes) {
        var leaving = new HashSet<>(feed.scopes());
        leaving.removeAll(scopes);
        var gone =
                leaving.isEmpty() ? List.<ReferenceColumns.Key>of() : store.heldOf(leaving, feed.after(), feed.kinds());
        if (gone.size() > ReferenceStore.ROWS_PER_PAGE) {
            return page(Feed.fromTheStart(feed.held(), scopes));
        }
        var shifted = feed.shiftedTo(scopes);
        if (gone.isEmpty()) {
            return next(shifted, scopes);
        }
        var changes = gone.stream()
                .map(key ->
                        ReferenceCodec.encode(ReferenceChange.remove(Math.max(1, feed.after()), key.kind(), key.id())))
                .map(ByteString::copyFrom)
                .toList();
        return Optional.of(new Feed.Next(ReferencePages.page(feed.after(), feed.after(), false, changes), shifted));
    }

    /// Whole scopes, as many as a page takes.
    private Optional<Feed.Next> joining(Feed feed) {
        var changes = new ArrayList<ByteString>();
        long bytes = 0;
        var left = feed.joining();
        for (var scope = left.first(); scope.isPresent(); scope = left.first()) {
            var items = store.items(scope.get(), feed.kinds(), left.through(), feed.after());
            long size = items.stream().mapToLong(each -> each.record().size()).sum();
            boolean together = size <= LARGEST_BRANCH && items.size() < ReferenceStore.ROWS_PER_PAGE;
            if (!changes.isEmpty() && bytes + size > PAGE_BYTES) {
                break;
            }
            if (!together) {
                long through = fill(changes, items, feed.after());
                left = through < feed.after() ? new Feed.Joining(left.scopes(), through) : left.without(scope.get());
                break;
            }
            items.forEach(each -> changes.add(each.record()));
            bytes += size;
            left = left.without(scope.get());
        }
        var moved = feed.with(left);
        return changes.isEmpty()
                ? next(moved, moved.scopes())
                : Optional.of(new Feed.Next(ReferencePages.page(feed.after(), feed.after(), false, changes), moved));
    }

    private Optional<Feed.Next> page(Feed feed) {
        var newest = store.newestAfter(feed.after(), feed.scopes(), feed.kinds());
        if (newest <= feed.after() && !feed.restart()) {
            return Optional.empty();
        }
        var snapshotEnd = feed.restart() ? newest : feed.snapshotThrough();
        var inSnapshot = feed.restart() || feed.after() < snapshotEnd;
        var end = inSnapshot ? snapshotEnd : newest;
        var found = inSnapshot ? store.items(feed, end) : store.changes(feed, end);
        var changes = new ArrayList<ByteString>();
        var through = fill(changes, found, end);
        var page = ReferencePages.page(feed.after(), through, feed.restart(), changes);
        return Optional.of(new Feed.Next(
                inSnapshot ? page.toBuilder().setSnapshotThrough(end).build() : page,
                feed.movedTo(through, snapshotEnd)));
    }

    /// Takes what fits; returns the number then reached.
    private static long fill(List<ByteString> changes, List<ReferenceStore.Numbered> found, long end) {
        var bytes = 0;
        var through = 0L;
        for (var change : found) {
            if (bytes > 0 && bytes + change.record().size() > PAGE_BYTES) {
                return through;
            }
            changes.add(change.record());
            bytes += change.record().size();
            through = change.number();
        }
        return found.size() < ReferenceStore.ROWS_PER_PAGE ? end : through;
    }
}
