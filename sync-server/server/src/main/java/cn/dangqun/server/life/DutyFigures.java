package cn.dangqun.server.life;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.domain.explain.DutyExplanation;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.life.LifeBoard.Cell;
import cn.dangqun.server.reference.StreetRoster;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.web.Scope;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/// What organisations owed in a span of one year, for reports: the cells of the board, its rates and its
/// sentences. Costs what one board costs ([LifeSource]). Call it inside one read transaction.
public final class DutyFigures {
    private final LifeSource source;
    private final LifeWords words;
    private final OneLifePage explanations;

    public DutyFigures(StreetRoster roster, ProfileLibrary library, Texts texts, Times times, ZoneId zone) {
        this.source = new LifeSource(roster, library, times, zone);
        this.words = new LifeWords(texts);
        this.explanations = new OneLifePage(words, new LifeCells(words), roster, times);
    }

    /// Of cells whose periods are over; `unknown` are in no rate, since kiosks have not told. Rates are words.
    public record Sums(
            int closed, int fulfilled, int inTime, int missing, int unknown, String completion, String punctuality) {
        public int late() {
            return fulfilled - inTime;
        }
    }

    /// How one duty of one period stands. `why` is the board's sentence; `due` is empty where the rules name no
    /// day.
    public record Line(
            String key,
            String organization,
            String duty,
            String period,
            LocalDate ends,
            Standing standing,
            String word,
            String due,
            String why,
            String address) {}

    /// What a report makes of a cell.
    public enum Standing {
        MET,
        LATE,
        MISSING,
        /// Nobody can say yet, or ever
        UNKNOWN,
        /// Not over
        OPEN
    }

    /// `cells` end in the span.
    public record Branch(OrganizationId id, String name, String path, Sums sums, List<Line> lines) {
        public Branch {
            lines = List.copyOf(lines);
        }
    }

    /// `months`: of everybody, what ended in each month of the year.
    public record Figures(List<Branch> branches, Sums total, List<Sums> months) {
        public Figures {
            branches = List.copyOf(branches);
            months = List.copyOf(months);
        }
    }

    /// A whole year: one board, of which several spans may be asked. Inside the transaction it was read in.
    public final class Year {
        private final Handle handle;
        private final LifeSource.Street street;

        private Year(Handle handle, LifeSource.Street street) {
            this.handle = handle;
            this.street = street;
        }

        /// What ends from a day to a day, both included, in the order of the tree.
        public Figures between(LocalDate from, LocalDate to) {
            return figures(handle, street, from, to);
        }
    }

    public Year year(Handle handle, Scope scope, int year) {
        return new Year(handle, source.read(handle, scope, year));
    }

    private Figures figures(Handle handle, LifeSource.Street street, LocalDate from, LocalDate to) {
        var branches = street.years().stream()
                .map(year -> branch(handle, street, year, from, to))
                .filter(each -> !each.lines().isEmpty())
                .toList();
        var all = street.years().stream()
                .flatMap(year -> year.cells().stream())
                .filter(DutyFigures::isOwed)
                .toList();
        return new Figures(
                branches,
                sums(all.stream().filter(cell -> endsIn(cell, from, to)).toList()),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(month -> sums(all.stream()
                                .filter(cell -> cell.period().lastDay().getMonthValue() == month)
                                .toList()))
                        .toList());
    }

    private Branch branch(Handle handle, LifeSource.Street street, LifeSource.Year year, LocalDate from, LocalDate to) {
        var cells = year.cells().stream()
                .filter(DutyFigures::isOwed)
                .filter(cell -> endsIn(cell, from, to))
                .toList();
        return new Branch(
                year.organization().id(),
                year.organization().name(),
                year.place().path(),
                sums(cells),
                cells.stream().map(cell -> line(handle, street, year, cell)).toList());
    }

    private static boolean isOwed(Cell cell) {
        return cell.status() != LifeStatus.NOT_APPLICABLE;
    }

    private static boolean endsIn(Cell cell, LocalDate from, LocalDate to) {
        var last = cell.period().lastDay();
        return !last.isBefore(from) && !last.isAfter(to);
    }

    private static Sums sums(Collection<Cell> cells) {
        var rates = LifeBoard.Rates.of(cells);
        return new Sums(
                rates.rate().closed(),
                rates.rate().fulfilled(),
                rates.rate().inTime(),
                (int) cells.stream()
                        .filter(cell -> standing(cell) == Standing.MISSING
                                && cell.verdict().isClosed())
                        .count(),
                rates.unknown(),
                rates.rate().completion(),
                rates.rate().punctuality());
    }

    private static Standing standing(Cell cell) {
        return switch (cell.status()) {
            case MET -> Standing.MET;
            case LATE -> Standing.LATE;
            case MISSING, OVERDUE -> Standing.MISSING;
            case UNKNOWN, BEFORE -> Standing.UNKNOWN;
            case PENDING, DUE_SOON, NOT_APPLICABLE -> Standing.OPEN;
        };
    }

    private Line line(Handle handle, LifeSource.Street street, LifeSource.Year year, Cell cell) {
        var id = year.organization().id();
        return new Line(
                id + "/" + cell.rule().code() + "/" + cell.period(),
                year.organization().name(),
                DutyExplanation.nameOf(cell.rule()),
                DutyExplanation.nameOf(cell.period()),
                cell.period().lastDay(),
                standing(cell),
                words.word(cell.status()),
                cell.verdict().due().map(LocalDate::toString).orElse(""),
                DutyExplanation.of(cell.verdict(), each -> explanations.name(handle, street, each)),
                LifeRoutes.address(id, cell));
    }
}
