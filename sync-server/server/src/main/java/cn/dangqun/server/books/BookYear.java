package cn.dangqun.server.books;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.organizations.OrganizationReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/// A branch and the year of its books, inside one read transaction. `whole`: with all words, else only as much as is
/// needed to count entries and what they lack.
record BookYear(
        Handle handle,
        OrganizationReader.Row branch,
        int year,
        LocalDate today,
        Instant now,
        Names names,
        boolean whole) {
    private static final int AT_ONCE = 500;

    LocalDate first() {
        return LocalDate.of(year, 1, 1);
    }

    LocalDate last() {
        return LocalDate.of(year, 12, 31);
    }

    boolean isHere(OrganizationId organization) {
        return branch.id().equals(organization);
    }

    /// The branch and its groups: whose rolls the books are of.
    List<String> rolls() {
        var path = branch.path();
        return handle.createQuery("SELECT id FROM organization WHERE street = 1 AND path >= :path AND path < :behind"
                        + " ORDER BY path")
                .bind("path", path)
                .bind("behind", path.substring(0, path.length() - 1) + '0')
                .mapTo(String.class)
                .list();
    }

    /// Those and all above them.
    List<String> around() {
        var around = new ArrayList<>(rolls());
        Arrays.stream(branch.path().split("/", -1))
                .filter(each -> !each.isEmpty() && !around.contains(each))
                .forEach(around::add);
        return around;
    }

    /// Lists of ids as long as one statement takes.
    static <T> List<T> inParts(List<String> ids, Function<List<String>, List<T>> read) {
        var all = new ArrayList<T>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            all.addAll(read.apply(ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
        }
        return all;
    }
}
