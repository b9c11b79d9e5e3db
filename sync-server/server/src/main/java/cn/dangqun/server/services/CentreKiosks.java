package cn.dangqun.server.services;

import cn.dangqun.domain.queue.CentreKiosk;
import cn.dangqun.domain.queue.TicketNumber;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.ReferenceLedger;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// Tells the kiosks of a site how they belong together: which of them keeps the one queue, where it is found, and which
/// digit stands before the numbers of each (docs/decisions/0046). Inside a write.
public record CentreKiosks(ReferenceLedger reference) {
    /// Those that are not revoked; none while nobody has said anything of any of them.
    static List<CentreKiosk> of(Handle handle, String site) {
        var kiosks = handle.createQuery("SELECT id, queue_digit, queue_host, window_address FROM kiosk"
                        + " WHERE street = 1 AND site = ? AND revoked_at IS NULL"
                        + " ORDER BY id")
                .bind(0, site)
                .map((row, ignored) -> {
                    int digit = row.getInt("queue_digit");
                    var address = row.getString("window_address");
                    return new CentreKiosk(
                            row.getString("id"),
                            digit == 0 ? OptionalInt.empty() : OptionalInt.of(digit),
                            address == null ? "" : address,
                            row.getInt("queue_host") == 1);
                })
                .list();
        boolean told =
                kiosks.stream().anyMatch(each -> each.host() || each.digit().isPresent());
        return told ? kiosks : List.of();
    }

    /// After anything changed about a kiosk of the site. Where one keeps the queue, all get a digit. A site that gives
    /// out no numbers hears nothing.
    public void publish(Handle handle, ChangeLog changes, String site) {
        if (of(handle, site).stream().anyMatch(CentreKiosk::host)) {
            number(handle, site);
        }
        new Entries(handle).queuePlan(site).ifPresent(plan -> {
            var kiosks = of(handle, site);
            if (!kiosks.equals(plan.kiosks())) {
                reference.publish(handle, changes, List.of(new ReferenceItem.SiteQueue(plan.among(kiosks))));
            }
        });
    }

    private static void number(Handle handle, String site) {
        var kiosks = of(handle, site);
        var free = IntStream.rangeClosed(1, TicketNumber.KIOSK_MAX)
                .filter(digit -> kiosks.stream().noneMatch(each -> each.digit().equals(OptionalInt.of(digit))))
                .iterator();
        kiosks.stream()
                .filter(each -> each.digit().isEmpty() && free.hasNext())
                .forEach(each -> handle.execute(
                        "UPDATE kiosk SET queue_digit = ? WHERE street = 1 AND id = ?", free.next(), each.id()));
    }
}
