package cn.dangqun.server.attendance;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.RollEntry;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.web.Scope;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Where frozen rolls and the roster as it is now differ, for whoever decides about it (reconciliation 4). Call it
/// inside one read transaction.
public record RollDifferences(StreetRoster roster) {
    /// What the difference is.
    public enum What {
        /// Received as a member without standing on the roll
        ADDED,
        /// On the roll, by the roster now elsewhere or nowhere
        NO_LONGER,
        /// Not on the roll, by the roster now on it
        NOT_YET,
        /// On both, with another right to vote or another exemption
        STANDING
    }

    /// One person on one roll of an activity that began at `starts`.
    public record Difference(ReviewItem item, Instant starts, What what) {}

    /// Newest activity first.
    public List<Difference> of(Handle handle, Scope scope, YearMonth month) {
        return new DifferenceReader(roster)
                .of(handle, scope, month).stream()
                        .map(each -> new Difference(
                                ReviewItem.ofRoll(each.activity().id(), each.member(), each.roll()),
                                each.activity().starts(),
                                What.valueOf(each.kind().name())))
                        .toList();
    }

    /// How the roster as it is now would list the person; empty when it does not.
    public Optional<RollEntry> byRoster(
            Handle handle, ActivityId activity, OrganizationId organization, MemberId member) {
        return handle.createQuery(
                        "SELECT i.record FROM activity a" + ActivityReader.ITEM + "WHERE a.street = 1 AND a.id = ?")
                .bind(0, activity.value())
                .map((row, ignored) -> ActivityReader.activity(row))
                .findOne()
                .flatMap(found -> roster.now(handle).rolls(found).stream()
                        .filter(roll -> roll.organization().equals(organization))
                        .findFirst())
                .flatMap(roll -> roll.entry(member));
    }
}
