package cn.dangqun.server.books;

import cn.dangqun.domain.organization.OrganizationId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// 归档后更正: how a book differs from what stood in it when it was closed, entry by entry. `gone` are entries that were
/// there and are no more.
record Corrections(Set<String> added, Set<String> changed, int gone) {
    static final Corrections NONE = new Corrections(Set.of(), Set.of(), 0);

    Corrections {
        added = Set.copyOf(added);
        changed = Set.copyOf(changed);
    }

    /// `book` with all words and names in full, as it was closed.
    static Corrections of(Handle handle, OrganizationId branch, int year, Filed filed, BookContent book) {
        return of(new FilingStore(handle).digests(branch, year, filed, book.book()), FilingStore.digests(book));
    }

    static Corrections of(Map<String, String> then, Map<String, String> now) {
        var added = new HashSet<String>();
        var changed = new HashSet<String>();
        now.forEach((key, digest) -> {
            if (!then.containsKey(key)) {
                added.add(key);
            } else if (!digest.equals(then.get(key))) {
                changed.add(key);
            }
        });
        int gone = (int)
                then.keySet().stream().filter(each -> !now.containsKey(each)).count();
        return new Corrections(added, changed, gone);
    }

    int count() {
        return added.size() + changed.size() + gone;
    }
}
