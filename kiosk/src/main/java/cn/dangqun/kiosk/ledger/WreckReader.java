package cn.dangqun.kiosk.ledger;

import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.FactId;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.kiosk.db.DataFiles;
import cn.dangqun.kiosk.db.RawRows;
import cn.dangqun.kiosk.db.RowSeal;
import cn.dangqun.kiosk.db.UnopenedException;
import cn.dangqun.protocol.FactChain;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.store.SealedBytes;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what is left of a ledger file, from its bytes alone. Only what proves itself is taken: a record whose number
/// fits and whose hash follows from the hash before it. Nothing is guessed, and the file is not touched.
final class WreckReader {
    private static final int FIRST_VERSION_COLUMNS = 4;
    private static final int FACT_COLUMNS = 7;
    private static final int ATTACHMENT_COLUMNS = 5;
    private static final int PREPARED_COLUMNS = 7;
    /// Tag, epoch and hash, before the record.
    private static final int LEAST_SEALED = 64;

    private final KioskId fallback;
    private final LedgerKeys keys;
    private final List<RowSeal> seals;
    private boolean sealedRows;
    private boolean openedRows;
    private final List<RawRows.Row> firstVersion = new ArrayList<>();
    private final Map<FactId, List<KeptFact>> facts = new HashMap<>();
    private final Set<ByteString> followed = new HashSet<>();
    private final List<Head> heads = new ArrayList<>();
    /// By how much the numbers of a ledger that was being prepared are less than those of the one it follows.
    private final Map<Epoch, Long> prepared = new HashMap<>();
    private final Map<String, SealedBytes> attachments = new LinkedHashMap<>();

    private WreckReader(KioskId fallback, LedgerKeys keys) {
        this.fallback = fallback;
        this.keys = keys;
        this.seals = keys.all();
    }

    /// A copy of the row of `head`.
    private record Head(
            Epoch epoch,
            KioskId kiosk,
            long lastSeq,
            long ackedSeq,
            long purgedSeq,
            ByteString purgedHash,
            String sealed) {}

    /// `fallback`: whose ledger it is when it does not say so itself.
    static Wreck read(Path file, KioskId fallback, LedgerKeys keys) throws IOException {
        var reader = new WreckReader(fallback, keys);
        DataFiles.findRows(file, reader::takeHead);
        DataFiles.findRows(file, reader::takeFact); // whose they are is known by now
        reader.takeFirstVersion();
        return reader.wreck(String.valueOf(file.getFileName()), DataFiles.hasBrokenLog(file));
    }

    private void takePrepared(RawRows.Row row) {
        if (row.size() == PREPARED_COLUMNS
                && row.id() == 1
                && row.text(1).filter(WreckReader::isEpoch).isPresent()
                && row.integer(4).isPresent()) {
            row.text(3)
                    .filter(WreckReader::isEpoch)
                    .ifPresent(
                            next -> prepared.put(new Epoch(next), row.integer(4).getAsLong()));
        }
    }

    private void takeHead(RawRows.Row row) {
        takePrepared(row);
        if (row.id() != 1
                || row.size() < 8
                || row.size() > 10
                || row.blob(4).isEmpty()
                || row.blob(7).isEmpty()) {
            return;
        }
        try {
            heads.add(new Head(
                    new Epoch(row.text(1).orElse("")),
                    row.text(2).map(KioskId::new).orElse(fallback),
                    row.integer(3).orElseThrow(),
                    row.integer(5).orElseThrow(),
                    row.integer(6).orElseThrow(),
                    ByteString.copyFrom(row.blob(7).get()),
                    row.size() == 10 ? row.text(9).orElse("") : ""));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            return; // another row that looks alike
        }
    }

    private KioskId kiosk() {
        return heads.isEmpty() ? fallback : heads.getLast().kiosk();
    }

    /// The newest copy that is left; not one of a ledger that went on in this file as another epoch.
    private Optional<Head> head(List<KeptFact> facts) {
        var ended = new HashSet<Epoch>();
        facts.stream()
                .filter(fact -> !isOnlyPrepared(fact.id().epoch()))
                .forEach(fact -> carriedFrom(fact).ifPresent(ended::add));
        return heads.stream()
                .filter(each -> !ended.contains(each.epoch()))
                .reduce((earlier, later) -> later.lastSeq() >= earlier.lastSeq() ? later : earlier);
    }

    /// Nothing says that it took the place of the one before it.
    private boolean isOnlyPrepared(Epoch epoch) {
        return prepared.containsKey(epoch)
                && heads.stream().noneMatch(head -> head.epoch().equals(epoch));
    }

    private static Optional<Epoch> carriedFrom(KeptFact fact) {
        try {
            return Optional.of(fact.origin().id().epoch())
                    .filter(epoch -> !epoch.equals(fact.id().epoch()));
        } catch (UnreadableException e) {
            return Optional.empty(); // not taken then
        }
    }

    /// It proves itself: it is named by what it is.
    private void takeAttachment(RawRows.Row row) {
        var id = row.blob(1);
        var sealed = row.blob(2);
        var key = row.blob(3);
        if (id.isEmpty() || id.get().length != FactChain.HASH_BYTES || sealed.isEmpty() || key.isEmpty()) {
            return;
        }
        var name = new SealedId(HexFormat.of().formatHex(id.get()));
        opened(seals -> seals.open(Attachments.place(name), key.get()))
                .or(() -> key)
                .filter(bytes -> bytes.length == SealedBytes.KEY_BYTES)
                .map(bytes -> new SealedBytes(sealed.get(), bytes))
                .filter(bytes -> bytes.id().equals(name.hex()))
                .ifPresent(bytes -> attachments.put(bytes.id(), bytes));
    }

    private interface Opening<T> {
        T with(RowSeal seal) throws UnopenedException;
    }

    private <T> Optional<T> opened(Opening<T> opening) {
        return seals.stream().flatMap(seal -> tried(seal, opening).stream()).findFirst();
    }

    /// Empty for another key's, and for what is no row at all.
    private static <T> Optional<T> tried(RowSeal seal, Opening<T> opening) {
        try {
            return Optional.of(opening.with(seal));
        } catch (UnopenedException e) {
            return Optional.empty();
        }
    }

    private void takeFact(RawRows.Row row) {
        if (row.size() == ATTACHMENT_COLUMNS) {
            takeAttachment(row);
        }
        if (row.size() == FIRST_VERSION_COLUMNS) {
            firstVersion.add(row);
        }
        if (row.size() == FACT_COLUMNS && isSealed(row)) {
            takeSealed(row);
        }
        if (row.size() != FACT_COLUMNS
                || row.text(4).filter(WreckReader::isEpoch).isEmpty()) {
            return;
        }
        take(row, new Epoch(row.text(4).get()), row.blob(5).orElse(new byte[0]));
    }

    private static boolean isSealed(RawRows.Row row) {
        return row.blob(1).filter(bytes -> bytes.length > LEAST_SEALED).isPresent()
                && row.blob(2).filter(bytes -> bytes.length == 0).isPresent()
                && row.blob(5).filter(bytes -> bytes.length == 0).isPresent()
                && row.text(4).filter(String::isEmpty).isPresent()
                && row.id() > 0;
    }

    private void takeSealed(RawRows.Row row) {
        sealedRows = true;
        opened(seal -> FactForm.opened(seal, row.id(), row.blob(1).orElseThrow()))
                .ifPresent(form -> {
                    openedRows = true;
                    take(row, form);
                });
    }

    /// What is there opens with no key at hand, or what is left of the head names another.
    private boolean isLocked() {
        return heads.stream().anyMatch(head -> keys.named(head.sealed()).isEmpty()) || (sealedRows && !openedRows);
    }

    private static boolean isEpoch(String text) {
        return text.matches("[0-9a-f]{32}");
    }

    private void take(RawRows.Row row, Epoch epoch, byte[] previous) {
        var record = row.blob(1);
        var hash = row.blob(2);
        if (record.isPresent()
                && hash.isPresent()
                && previous.length == FactChain.HASH_BYTES
                && Arrays.equals(FactChain.next(previous, record.get()), hash.get())) {
            take(
                    row,
                    new FactForm(
                            epoch,
                            ByteString.copyFrom(previous),
                            ByteString.copyFrom(record.get()),
                            ByteString.copyFrom(hash.get())));
        }
    }

    private void take(RawRows.Row row, FactForm form) {
        if (row.id() < 1 || row.integer(3).isEmpty()) {
            return;
        }
        var fact = new KeptFact(
                new FactId(kiosk(), form.epoch(), row.id()),
                form.record(),
                form.hash(),
                row.integer(3).getAsLong());
        if (isReadable(fact)) {
            followed.add(form.previous());
            var variants = facts.computeIfAbsent(fact.id(), _ -> new ArrayList<>(1));
            variants.remove(fact); // a second copy, found later
            variants.add(fact);
        }
    }

    /// Of two facts with one number only one was committed; the other is what a power cut left of a commit.
    private KeptFact theCommitted(List<KeptFact> variants) {
        return variants.stream()
                .filter(fact -> followed.contains(fact.hash()))
                .findFirst()
                .orElseGet(variants::getLast);
    }

    private static boolean isPurged(KeptFact fact, Optional<Head> head) {
        return head.filter(each -> each.epoch().equals(fact.id().epoch()))
                .filter(each -> fact.id().seq() <= each.purgedSeq())
                .isPresent();
    }

    private static boolean isReadable(KeptFact fact) {
        try {
            fact.origin();
            return true;
        } catch (UnreadableException e) {
            return false;
        }
    }

    /// A file of the first version keeps the hash before a record only as the neighbour's.
    private void takeFirstVersion() {
        if (heads.isEmpty()) {
            return;
        }
        var epoch = heads.getLast().epoch();
        var bySeq = firstVersion.stream()
                .filter(row -> row.blob(2)
                        .filter(hash -> hash.length == FactChain.HASH_BYTES)
                        .isPresent())
                .collect(Collectors.groupingBy(RawRows.Row::id));
        bySeq.forEach((seq, variants) ->
                before(seq, bySeq).forEach(previous -> variants.forEach(row -> take(row, epoch, previous))));
    }

    private List<byte[]> before(long seq, Map<Long, List<RawRows.Row>> bySeq) {
        var known = heads.getLast();
        if (seq == 1) {
            return List.of(FactChain.genesis(kiosk(), known.epoch()));
        }
        return seq == known.purgedSeq() + 1
                ? List.of(known.purgedHash().toByteArray())
                : bySeq.getOrDefault(seq - 1, List.of()).stream()
                        .flatMap(row -> row.blob(2).stream())
                        .toList();
    }

    private Wreck wreck(String file, boolean isLogBroken) {
        var committed = facts.values().stream().map(this::theCommitted).toList();
        var head = head(committed);
        var kept = committed.stream().filter(fact -> !isPurged(fact, head)).toList();
        var carryOver = new CarryOver(kept);
        boolean mayMiss = isLogBroken || mayMiss(kept, head);
        return new Wreck(
                file,
                carryOver.inOrder(kept),
                carryOver,
                List.copyOf(attachments.values()),
                unreadable(kept, head),
                mayMiss,
                isLocked());
    }

    /// Without the head, or with one that is older than the facts, nobody knows where the ledger ended; nor where a
    /// newer one may have stood in what is broken of the log.
    private static boolean mayMiss(List<KeptFact> kept, Optional<Head> head) {
        return head.isEmpty()
                || kept.stream()
                        .map(KeptFact::id)
                        .anyMatch(id -> id.epoch().equals(head.get().epoch())
                                && id.seq() > head.get().lastSeq());
    }

    /// Numbers that must have been there and were not acknowledged.
    private long unreadable(List<KeptFact> kept, Optional<Head> head) {
        if (kept.isEmpty() && head.isEmpty()) {
            return 0;
        }
        var epoch = head.map(Head::epoch).orElseGet(() -> newest(kept));
        var read = new HashSet<Long>();
        for (var fact : kept) {
            if (fact.id().epoch().equals(epoch)) {
                read.add(fact.id().seq());
            } else if (isOnlyPrepared(fact.id().epoch())) {
                read.add(fact.id().seq() + prepared.getOrDefault(fact.id().epoch(), 0L));
            }
        }
        long after =
                head.map(each -> Math.max(each.ackedSeq(), each.purgedSeq())).orElse(0L);
        long last = Math.max(
                head.map(Head::lastSeq).orElse(0L),
                read.stream().mapToLong(seq -> seq).max().orElse(0));
        return Math.max(
                0, last - after - read.stream().filter(seq -> seq > after).count());
    }

    private static Epoch newest(List<KeptFact> kept) {
        return Collections.max(kept, Comparator.comparingLong(KeptFact::wallMillis))
                .id()
                .epoch();
    }
}
