package cn.dangqun.kiosk.request;

import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.domain.request.RequestStanding;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.ledger.Ledger;
import cn.dangqun.kiosk.ledger.LedgerReader;
import cn.dangqun.kiosk.reference.ReferenceStore;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Destroys this kiosk's own copy of who asked and what was said, with its key, ninety days after a request was
/// closed (OQ-39); what the street does not have yet stays. Waits for the disk.
final class RequestOblivion {
    static final Duration KEPT = Duration.ofDays(90);

    private static final Logger log = LoggerFactory.getLogger(RequestOblivion.class);

    private final Ledger ledger;
    private final LedgerReader reader;
    private final ReferenceStore reference;

    RequestOblivion(Ledger ledger, ReferenceStore reference) {
        this.ledger = ledger;
        this.reader = ledger.newReader();
        this.reference = reference;
    }

    /// What is sealed of one request.
    private record Sealed(String request, List<SealedId> attachments) {}

    /// Returns of how many requests. Nothing goes while nobody knows what time it is.
    int forget() {
        if (!ledger.time().quality().isGood()) {
            return 0;
        }
        try {
            var over = over(ledger.now().minus(KEPT));
            int forgotten = 0;
            for (var each : over) {
                forgotten += forget(each) ? 1 : 0;
            }
            if (forgotten > 0) {
                log.info("who asked and what was said is forgotten here of {} requests", forgotten);
            }
            return forgotten;
        } catch (SQLException e) {
            log.error("What is to be forgotten of requests cannot be read: {}", e.getMessage());
            return 0;
        }
    }

    /// Closed before then; or filed before then and not among those of which the street tells any more.
    private List<Sealed> over(Instant before) throws SQLException {
        return reader.ask(db -> {
            var rows = new RequestRows(db);
            var standing = new RequestBook(reference.index(), rows)
                    .all().stream().collect(Collectors.toMap(RequestStanding::request, Function.identity()));
            var told = new RequestBook(reference.index(), rows).toldByStreet();
            var filed = rows.all().stream().collect(Collectors.toMap(RequestRows.Filed::request, Function.identity()));
            var steps = rows.steps().stream().collect(Collectors.groupingBy(RequestRows.Step::request));
            return Stream.concat(filed.keySet().stream(), steps.keySet().stream())
                    .distinct()
                    .filter(each -> Optional.ofNullable(standing.get(each))
                                    .flatMap(now -> now.state().closed())
                                    .filter(closed -> closed.isBefore(before))
                                    .isPresent()
                            || (!told.contains(each)
                                    && began(filed.get(each), steps.get(each)).isBefore(before)))
                    .map(each -> new Sealed(
                            each,
                            Stream.concat(
                                            Optional.ofNullable(filed.get(each))
                                                    .flatMap(RequestRows.Filed::applicant)
                                                    .stream(),
                                            steps.getOrDefault(each, List.of()).stream()
                                                    .flatMap(step -> step.words().stream()))
                                    .toList()))
                    .filter(each -> !each.attachments().isEmpty())
                    .toList();
        });
    }

    private static Instant began(RequestRows.@Nullable Filed filed, @Nullable List<RequestRows.Step> steps) {
        return Stream.concat(
                        Stream.ofNullable(filed).map(RequestRows.Filed::at),
                        Stream.ofNullable(steps)
                                .flatMap(List::stream)
                                .map(each -> each.taken().at()))
                .max(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private boolean forget(Sealed sealed) {
        boolean all = sealed.attachments().stream().allMatch(this::isGone);
        if (!all) {
            return false;
        }
        return ledger.write(transaction -> {
                            new RequestRows(transaction.db()).forgotten(sealed.request());
                            return true;
                        })
                        .join()
                instanceof Commit.Done;
    }

    /// Forgotten now or before; false while the street does not have it.
    private boolean isGone(SealedId attachment) {
        if (ledger.forget(attachment).join() instanceof Commit.Done<Boolean>(var done) && done) {
            return true;
        }
        try {
            return reader.attachment(attachment).isEmpty();
        } catch (SQLException e) {
            log.warn("Whether something is forgotten cannot be read: {}", e.getMessage());
            return false;
        }
    }
}
