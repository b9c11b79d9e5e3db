package cn.dangqun.server.intake;

import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.server.accounts.Audit;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import cn.dangqun.server.roster.ChangeWords;
import cn.dangqun.server.roster.MemberWords;
import cn.dangqun.server.text.FreshIds;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Rosters from files for whoever sits at the machine: the same comparing and applying as on the console, in the
/// caller's thread. Blocks; the file itself stays.
public final class IntakeDesk {
    private final Database database;
    private final IntakeFiles files;
    private final IntakeRunner runner;
    private final IntakeWords words;
    private final Times times;
    private final FreshIds ids;

    public IntakeDesk(
            Database database,
            ReferenceLedger reference,
            IntakeFiles files,
            Supplier<CardKeyer> keyer,
            Texts texts,
            Times times) {
        this.database = database;
        this.files = files;
        this.words = new IntakeWords(texts);
        this.times = times;
        this.ids = new FreshIds(times);
        this.runner = new IntakeRunner(
                database, reference, files, keyer, words, new ChangeWords(texts, new MemberWords(texts)), times);
    }

    /// How many rows come to what, by the names that people read; `fault` says why the file could not be read.
    public record Summary(String id, Map<String, Integer> rows, int toApply, Optional<String> fault) {
        public Summary {
            rows = new LinkedHashMap<>(rows);
        }
    }

    public Summary preview(Path file, String login) throws IOException {
        var intake = new Intake(
                ids.draw("i-"),
                login,
                Scope.wholeStreet(),
                file.getFileName().toString(),
                Optional.empty(),
                MemberStatus.FULL,
                IntakeState.READING,
                Optional.empty(),
                0,
                "",
                0,
                0,
                0,
                Optional.empty(),
                times.now());
        files.copy(file, intake.id());
        database.write((handle, changes) -> {
            new IntakeStore(handle).begin(intake);
            return note(handle, login, Action.ROSTER_BROUGHT, intake.id());
        });
        runner.work(intake.id());
        return summary(intake.id());
    }

    /// Moves hold from today on.
    public Summary apply(String id, String login) {
        database.write((handle, changes) -> {
            var store = new IntakeStore(handle);
            if (store.turn(id, IntakeState.READY, IntakeState.APPLYING, times.now())) {
                store.movesOn(id, times.today());
                note(handle, login, Action.ROSTER_APPLIED, id);
            }
            return id;
        });
        runner.work(id);
        return summary(id);
    }

    public Summary giveUp(String id, String login) {
        database.write((handle, changes) -> {
            if (new IntakeStore(handle).turn(id, IntakeState.READY, IntakeState.CANCELLED, times.now())) {
                note(handle, login, Action.ROSTER_GIVEN_UP, id);
            }
            return id;
        });
        return summary(id);
    }

    private String note(Handle handle, String login, Action action, String id) {
        Audit.note(handle, times.now(), Optional.of(login), action, id, "-");
        return id;
    }

    private Summary summary(String id) {
        return database.read(handle -> {
            var store = new IntakeStore(handle);
            var rows = new LinkedHashMap<String, Integer>();
            int toApply = 0;
            var counts = store.counts(id);
            for (var each : IntakeOutcome.values()) {
                rows.put(words.outcome(each), counts.getOrDefault(each, 0));
                toApply += each.isApplied() ? counts.getOrDefault(each, 0) : 0;
            }
            return new Summary(
                    id, rows, toApply, store.find(id).orElseThrow().fault().map(words::fault));
        });
    }
}
