package cn.dangqun.server.intake;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.db.OneProcess;
import cn.dangqun.server.organizations.OrganizationReader;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.roster.ChangeWords;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Times;
import cn.dangqun.sheets.SheetException;
import cn.dangqun.sheets.SheetFault;
import cn.dangqun.sheets.SheetLimits;
import cn.dangqun.sheets.roster.RosterLine;
import cn.dangqun.sheets.roster.RosterSheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final int LINES_A_WRITE = 20;
    private static final int ROWS_A_WRITE = 8;

    private final Database database;
    private final IntakeFiles files;
    private final Supplier<CardKeyer> keyer;
    private final IntakeWords words;
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
        this.changeWords = changeWords;
        this.applier = new Applier(reference, changeWords, new FreshIds(times), times);
        this.times = times;
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
        var found = RosterSheet.read(files.of(intake.id()), SheetLimits.ROSTER, line -> true);
        int last = database.write((handle, changes) -> {
            var store = new IntakeStore(handle);
            store.counted(
                    intake.id(),
                    found.lines(),
                    found.passedOver(),
                    String.join("、", found.header().unknown()));
            return store.lastRow(intake.id());
        });
        var batch = new Batch(intake, branches(intake), keyer.get());
        RosterSheet.read(files.of(intake.id()), SheetLimits.ROSTER, line -> line.row() <= last || batch.add(line));
        if (batch.end()) {
            database.write((handle, changes) ->
                    new IntakeStore(handle).turn(intake.id(), IntakeState.READING, IntakeState.READY, times.now()));
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
        private final Namesakes namesakes;
        private final List<Compared> lines = new ArrayList<>();

        private Batch(Intake intake, Branches branches, CardKeyer cardKeyer) {
            this.intake = intake;
            this.branches = branches;
            this.cardKeyer = cardKeyer;
            this.namesakes = new Namesakes();
        }

        /// False when somebody gave it up.
        private boolean add(RosterLine line) {
            lines.add(compared(line));
            return lines.size() < LINES_A_WRITE || flush();
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
            database.write((handle, changes) -> {
                var store = new IntakeStore(handle);
                var judge = new Judge(handle, intake, changeWords, times.today());
                for (var each : written) {
                    store.put(intake.id(), row(store, judge, each));
                }
                store.read(intake.id(), written.size());
                return written.size();
            });
            return true;
        }

        private IntakeRow row(IntakeStore store, Judge judge, Compared line) {
            if (!line.why().isEmpty()) {
                return row(line, IntakeOutcome.WRONG, line.why());
            }
            boolean isSecond = line.card().isPresent()
                    ? store.hasCard(intake.id(), line.card().get())
                    : namesakes.isSecond(line.said());
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

    private record Compared(int number, Said said, Optional<CardKey> card, String why) {}

    /// Movers first: whom a row names in the branch they left must not be taken for somebody new.
    private void apply(Intake intake) {
        for (var outcome : List.of(IntakeOutcome.MOVED, IntakeOutcome.CHANGED, IntakeOutcome.NEW)) {
            int after = 0;
            while (true) {
                int from = after;
                var rows = database.read(
                        handle -> new IntakeStore(handle).waiting(intake.id(), outcome, from, ROWS_A_WRITE));
                if (rows.isEmpty()) {
                    break;
                }
                if (!stands(intake.id(), IntakeState.APPLYING)) {
                    return;
                }
                database.write((handle, changes) -> {
                    int applied = applier.apply(handle, changes, intake, rows);
                    new IntakeStore(handle).done(intake.id(), applied);
                    return applied;
                });
                after = rows.getLast().number();
            }
        }
        database.write((handle, changes) ->
                new IntakeStore(handle).turn(intake.id(), IntakeState.APPLYING, IntakeState.DONE, times.now()));
    }
}
