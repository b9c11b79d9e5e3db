package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.store.OwnerFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How far the ledger had come, in two small files beside it: a ledger that was deleted, emptied or cut short looks
/// like a sound one that is younger, and only somebody else can say so. Written after commits by `executor`, the
/// newest wins; so the last facts before a power cut may be missing in it, never anything that did not happen.
final class HighWater {
    private static final Pattern FORM = Pattern.compile("ledger ([0-9a-f]{32}) ([0-9]{1,18}) ([0-9]{1,18})\n");
    private static final Logger log = LoggerFactory.getLogger(HighWater.class);

    private final List<Path> places;
    private final Executor executor;
    private final AtomicReference<Mark> waiting = new AtomicReference<>();

    HighWater(Path ledger, Executor executor) {
        this.places = List.of(beside(ledger, ".mark"), beside(ledger, ".mark2"));
        this.executor = executor;
    }

    private static Path beside(Path ledger, String ending) {
        return ledger.resolveSibling(ledger.getFileName() + ending);
    }

    record Mark(Epoch epoch, long lastSeq, long ackedSeq) {
        /// Facts that the street does not have and that are not in a ledger that stands at `head`; 0 when it is
        /// another ledger, which began by a decision or has been at work for a while.
        long missingIn(LedgerHead head) {
            boolean isThis = head.epoch().equals(epoch);
            boolean isFresh = head.lastSeq() == 0 && head.restart().isEmpty();
            return isThis || isFresh ? Math.max(0, lastSeq - Math.max(isThis ? head.lastSeq() : 0, ackedSeq)) : 0;
        }
    }

    Optional<Mark> read() {
        return places.stream().flatMap(HighWater::read).max(Comparator.comparingLong(Mark::lastSeq));
    }

    private static Stream<Mark> read(Path place) {
        try {
            var parts = FORM.matcher(Files.readString(place));
            return parts.matches()
                    ? Stream.of(new Mark(
                            new Epoch(parts.group(1)), Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3))))
                    : Stream.empty();
        } catch (NoSuchFileException e) {
            return Stream.empty();
        } catch (IOException e) {
            log.warn("{} cannot be read: {}", place.getFileName(), e.toString());
            return Stream.empty();
        }
    }

    /// Before the ledger is set aside: what it lacks is then told by its wreck, and counting it here as well would say
    /// that facts are gone which go on.
    void forget() throws IOException {
        for (var place : places) {
            Files.deleteIfExists(place);
        }
        OwnerFiles.syncDirectoryOf(places.getFirst());
    }

    /// Never blocks.
    void at(LedgerHead head) {
        if (waiting.getAndSet(new Mark(head.epoch(), head.lastSeq(), head.ackedSeq())) == null) {
            executor.execute(this::write);
        }
    }

    private void write() {
        var mark = waiting.getAndSet(null);
        if (mark == null) {
            return;
        }
        var text = "ledger %s %d %d\n".formatted(mark.epoch().hex(), mark.lastSeq(), mark.ackedSeq());
        for (var place : places) {
            try {
                OwnerFiles.replace(place, text.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                log.warn("{} cannot be written: {}", place.getFileName(), e.toString());
            }
        }
    }
}
