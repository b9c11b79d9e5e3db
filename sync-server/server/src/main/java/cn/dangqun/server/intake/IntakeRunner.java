package cn.dangqun.server.intake;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.reference.SearchWords;
import cn.dangqun.server.roster.ChangeWords;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Times;
import cn.dangqun.sheets.Sheet;
import cn.dangqun.sheets.SheetException;
import cn.dangqun.sheets.SheetFault;
import cn.dangqun.sheets.SheetLimits;
import cn.dangqun.sheets.roster.RosterLine;
import cn.dangqun.sheets.roster.RosterSheet;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads and applies rosters one after another on a thread of its own, in writes so short that nobody waits for them.
/// After a restart it goes on where it was. The file itself, which has the resident numbers, is deleted as soon as it
/// is read, given up or cannot be read.
final class IntakeRunner {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeRunner.class);

    /// What a write holds at least and at most, and how long it should last: another write waits for one slice.
    private static final int SMALLEST_SLICE = 4;

    private static final int LARGEST_SLICE = 150;
    private static final Duration SLICE_LASTS = Duration.ofMillis(12);

    /// Lines wait no longer than this for their write: somebody watches.
    private static final Duration LINES_WAIT = Duration.ofSeconds(1);

    private final Database database;
    private final IntakeFiles files;
    private final Supplier<CardKeyer> keyer;
    private final IntakeWords words;
    private final ReferenceLedger reference;
    private final ChangeWords changeWords;
    private final Applier applier;
    private final Times times;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("roster-intake").factory());

    IntakeRunner(
            Database database,
            ReferenceLedger reference,
            IntakeFiles files,
            Supplier<CardKeyer> keyer,
            IntakeWords words,
            ChangeWords changeWords,
            Times times) {
        this.database = database;
        this.files = files;
        this.keyer = keyer;
        this.words = words;
        this.reference = reference;
        this.changeWords = changeWords;
        this.applier = new Applier(reference, changeWords, new FreshIds(times), times);
        this.times = times;
        var _ = thread.submit(SearchWords::learn);
    }

    /// What was under way when the server last ended, and files that nobody needs any more.
    void goOn() {
        var moving = database.read(handle -> new IntakeStore(handle).moving());
        files.forgetAllBut(moving.stream().map(Intake::id).toList());
        moving.forEach(each -> take(each.id()));
    }

    void take(String id) {
        var _ = thread.submit(() -> work(id));
    }

    void work(String id) {
        try {
            var intake = find(id);
            switch (intake.state()) {
                case READING -> read(intake);
                case APPLYING -> apply(intake);
                case READY, DONE, CANCELLED, FAILED -> {}
            }
        } catch (SheetException e) {
            fail(id, e.fault());
        } catch (IOException e) {
            LOG.error("a roster could not be read", e);
            fail(id, SheetFault.BROKEN);
        } catch (RuntimeException e) {
            // Top of this thread. What is done is done; the next start goes on.
            LOG.error("a roster stopped on its way", e);
        }
    }

    private Intake find(String id) {
        return database.read(handle -> new IntakeStore(handle).find(id)).orElseThrow();
    }

    private void fail(String id, SheetFault fault) {
        database.write((handle, changes) -> {
            new IntakeStore(handle).fail(id, fault, times.now());
            return fault;
        });
        files.forget(id);
    }

    private boolean stands(String id, IntakeState state) {
        return find(id).state() == state;
    }

    private void read(Intake intake) throws IOException, SheetException {
        int about = Sheet.rowsAbout(files.of(intake.id()), SheetLimits.ROSTER);
        int last = database.write((handle, changes) -> {
            var store = new IntakeStore(handle);
            store.counted(intake.id(), about, 0, "");
            return store.lastRow(intake.id());
        });
        var batch = database.read(handle -> new Batch(
                intake,
                branches(intake),
                keyer.get(),
                new Judge(
                        new RememberedRoster(handle, reference, intake.scope(), times.today()),
                        changeWords,
                        times.today()),
                new IntakeStore(handle).cards(intake.id())));
        var found = RosterSheet.read(
                files.of(intake.id()), SheetLimits.ROSTER, line -> line.row() <= last || batch.add(line));
        if (batch.end()) {
            database.write((handle, changes) -> {
                var store = new IntakeStore(handle);
                store.counted(
                        intake.id(),
                        found.lines(),
                        found.passedOver(),
                        String.join("、", found.header().unknown()));
                return store.turn(intake.id(), IntakeState.READING, IntakeState.READY, times.now());
            });
        }
        files.forget(intake.id());
    }

    private Branches branches(Intake intake) {
        return new Branches(database.read(handle -> new OrganizationReader(handle, intake.scope()).all()));
    }

    /// Lines on their way into the database, so many at a time.
    @OneProcess("Lines of one file between two writes: whoever goes on reads them again.")
    private final class Batch {
        private final Intake intake;
        private final Branches branches;
        private final CardKeyer cardKeyer;
        private final Judge judge;
        private final Set<CardKey> cards;
        private final Namesakes namesakes = new Namesakes();
        private final List<IntakeRow> lines = new ArrayList<>();
        private int size = SMALLEST_SLICE;
        private long since = System.nanoTime();

        /// `cards` are those of lines that were written before a restart.
        private Batch(Intake intake, Branches branches, CardKeyer cardKeyer, Judge judge, Set<CardKey> cards) {
            this.intake = intake;
            this.branches = branches;
            this.cardKeyer = cardKeyer;
            this.judge = judge;
            this.cards = new HashSet<>(cards);
        }

        /// False when somebody gave it up.
        private boolean add(RosterLine line) {
            lines.add(row(compared(line)));
            boolean waits = lines.size() < size && System.nanoTime() - since < LINES_WAIT.toNanos();
            return waits || flush();
        }

        private boolean end() {
            return flush();
        }

        private Compared compared(RosterLine line) {
            var found = line.branch().isEmpty()
                    ? intake.branch().map(List::of).orElse(List.of())
                    : branches.branches(line.branch());
            var branch = found.size() == 1 ? Optional.of(found.getFirst()) : Optional.<OrganizationId>empty();
            var group = branch.filter(ignored -> !line.group().isEmpty())
                    .flatMap(each -> branches.group(line.group(), each));
            var why = new StringBuilder(words.problems(line));
            if (!line.branch().isEmpty() && found.isEmpty()) {
                why.append(words.texts().get("intake.why.unknownBranch", line.branch()));
            } else if (found.size() > 1) {
                why.append(words.texts().get("intake.why.severalBranches", line.branch(), found.size()));
            }
            if (branch.isPresent() && !line.group().isEmpty() && group.isEmpty()) {
                why.append(words.texts().get("intake.why.unknownGroup", line.group()));
            }
            var card = line.number()
                    .filter(ignored -> why.isEmpty())
                    .map(number -> new CardKey(
                            cardKeyer.ofResidentNumber(number.characters()).hex()));
            return new Compared(line.row(), Said.of(line, branch, group), card, why.toString());
        }

        private boolean flush() {
            var written = List.copyOf(lines);
            lines.clear();
            if (!stands(intake.id(), IntakeState.READING)) {
                return false;
            }
            long took = database.write((handle, changes) -> {
                long begun = System.nanoTime();
                var store = new IntakeStore(handle);
                store.put(intake.id(), written);
                store.read(intake.id(), written.size());
                return System.nanoTime() - begun;
            });
            size = next(written.size(), took);
            since = System.nanoTime();
            return true;
        }

        private IntakeRow row(Compared line) {
            if (!line.why().isEmpty()) {
                return row(line, IntakeOutcome.WRONG, line.why());
            }
            boolean isSecond =
                    line.card().isPresent() ? !cards.add(line.card().get()) : namesakes.isSecond(line.said());
            if (isSecond) {
                return row(line, IntakeOutcome.DUPLICATE, words.texts().get("intake.why.twice"));
            }
            var verdict = judge.of(line.said(), line.card());
            return new IntakeRow(
                    line.number(),
                    verdict.outcome(),
                    verdict.member(),
                    line.card(),
                    line.said(),
                    verdict.words(),
                    false);
        }

        private static IntakeRow row(Compared line, IntakeOutcome outcome, String why) {
            return new IntakeRow(line.number(), outcome, Optional.empty(), line.card(), line.said(), why, false);
        }
    }

    /// Grows at most twofold: a program that has just started, or a busy machine, is slow by turns.
    private static int next(int size, long nanos) {
        long fits = size * SLICE_LASTS.toNanos() / Math.max(1, nanos);
        return Math.clamp(Math.min(fits, 2L * size), SMALLEST_SLICE, LARGEST_SLICE);
    }

    private record Compared(int number, Said said, Optional<CardKey> card, String why) {}

    /// Movers first: whom a row names in the branch they left must not be taken for somebody new.
    private void apply(Intake intake) {
        int size = SMALLEST_SLICE;
        for (var outcome : List.of(IntakeOutcome.MOVED, IntakeOutcome.CHANGED, IntakeOutcome.NEW)) {
            int after = 0;
            while (true) {
                int from = after;
                int most = size;
                var rows = database.read(handle -> new IntakeStore(handle).waiting(intake.id(), outcome, from, most));
                if (rows.isEmpty()) {
                    break;
                }
                if (!stands(intake.id(), IntakeState.APPLYING)) {
                    return;
                }
                long took = database.write((handle, changes) -> {
                    long begun = System.nanoTime();
                    int applied = applier.apply(handle, changes, intake, rows);
                    new IntakeStore(handle).done(intake.id(), applied);
                    return System.nanoTime() - begun;
                });
                size = next(rows.size(), took);
                after = rows.getLast().number();
            }
        }
        database.write((handle, changes) ->
                new IntakeStore(handle).turn(intake.id(), IntakeState.APPLYING, IntakeState.DONE, times.now()));
    }
}
