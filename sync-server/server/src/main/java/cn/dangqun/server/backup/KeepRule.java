package cn.dangqun.server.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Which backups stay: the newest of each of the last `days` days that have one, and of each of the last
/// `months` months that have one. Counted and not compared with today, so that a clock that is years off makes
/// no end of good ones.
public record KeepRule(int days, int months, ZoneId zone) {
    /// At least the newest, when there is any.
    Set<Instant> kept(Collection<Instant> all) {
        var kept = new HashSet<Instant>();
        kept.addAll(newestOfEach(all, at -> LocalDate.ofInstant(at, zone), days));
        kept.addAll(newestOfEach(all, at -> YearMonth.from(LocalDate.ofInstant(at, zone)), months));
        all.stream().max(Comparator.naturalOrder()).ifPresent(kept::add);
        return kept;
    }

    private static <P extends Comparable<P>> Set<Instant> newestOfEach(
            Collection<Instant> all, Function<Instant, P> period, int most) {
        var newest = new HashMap<P, Instant>();
        all.forEach(at -> newest.merge(period.apply(at), at, (one, other) -> one.isAfter(other) ? one : other));
        var kept = new HashSet<Instant>();
        newest.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<P, Instant> each) -> each.getKey())
                        .reversed())
                .limit(most)
                .forEach(each -> kept.add(each.getValue()));
        return kept;
    }
}
