package cn.dangqun.server.life;

import cn.dangqun.domain.duty.CompletionRate;
import cn.dangqun.domain.duty.DutyBoard;
import cn.dangqun.domain.duty.DutyCode;
import cn.dangqun.domain.duty.DutyRule;
import cn.dangqun.domain.duty.DutyStatus;
import cn.dangqun.domain.duty.DutySubject;
import cn.dangqun.domain.duty.DutyVerdict;
import cn.dangqun.domain.duty.Reschedule;
import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.period.Period;
import cn.dangqun.domain.period.PeriodKind;
import cn.dangqun.server.attendance.Watermarks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The year of organisations: what each owed in each period by the rules of the period's first day, and how it
/// stands at the end of `asOf`. Computed anew each time, never stored.
record LifeBoard(
        LifeRules rules,
        LifeFacts facts,
        List<Reschedule> moved,
        Watermarks watermarks,
        int year,
        LocalDate asOf,
        ZoneId zone) {
    LifeBoard {
        moved = List.copyOf(moved);
    }

    /// One duty of one period. `parts` are groups or persons where it is theirs.
    record Cell(LifeRules.Terms terms, DutyVerdict verdict, List<DutyVerdict> parts, LifeStatus status) {
        Cell {
            parts = List.copyOf(parts);
        }

        DutyRule rule() {
            return verdict.rule();
        }

        Period period() {
            return verdict.period();
        }
    }

    /// The figures of cells whose periods are over. `unknown` ones are in no rate.
    record Rates(CompletionRate rate, int unknown) {
        static Rates of(Collection<Cell> cells) {
            var known = cells.stream()
                    .filter(cell -> !cell.status().isOpen())
                    .map(Cell::verdict)
                    .toList();
            int unknown = (int) cells.stream()
                    .filter(cell -> cell.status() == LifeStatus.UNKNOWN)
                    .filter(cell -> cell.verdict().isClosed())
                    .count();
            return new Rates(CompletionRate.of(known), unknown);
        }
    }

    /// In the order of time, and within that of the profile. A period runs by the rules that it began with: what
    /// others ask for from amid it on is asked for after it.
    List<Cell> of(Organization organization, String path) {
        var cells = all(organization, path);
        var ends = new HashMap<DutyCode, LocalDate>();
        return cells.stream()
                .sorted(Comparator.comparing(cell -> cell.period().firstDay()))
                .filter(cell -> {
                    var end = Optional.ofNullable(ends.get(cell.rule().code()));
                    boolean free = end.filter(
                                    last -> !last.isBefore(cell.period().firstDay()))
                            .isEmpty();
                    if (free) {
                        ends.put(cell.rule().code(), cell.period().lastDay());
                    }
                    return free;
                })
                .toList();
    }

    private List<Cell> all(Organization organization, String path) {
        var cells = new ArrayList<Cell>();
        for (var segment : segments(organization)) {
            var board = DutyBoard.compute(
                    List.of(segment.terms().plan()),
                    facts.records(organization, segment.terms()),
                    moved.stream()
                            .filter(each -> each.organization().equals(organization.id()))
                            .toList(),
                    LocalDate.of(year, 1, 1),
                    LocalDate.of(year, 12, 31),
                    asOf);
            for (var rule : segment.terms().plan().rules()) {
                periods(rule.period())
                        .filter(period -> segment.days().contains(period.firstDay()))
                        .map(period ->
                                cell(segment.terms(), board.verdicts(organization.id(), rule.code(), period), path))
                        .forEach(cells::add);
            }
        }
        return cells;
    }

    private record Segment(LifeRules.Terms terms, List<LocalDate> days) {}

    /// First days of months by the same rules.
    private List<Segment> segments(Organization organization) {
        var segments = new ArrayList<Segment>();
        periods(PeriodKind.MONTH)
                .map(Period::firstDay)
                .forEach(day -> rules.on(day, organization)
                        .ifPresent(terms -> segments.stream()
                                .filter(each -> each.terms().equals(terms))
                                .findFirst()
                                .orElseGet(() -> {
                                    segments.add(new Segment(terms, new ArrayList<>()));
                                    return segments.getLast();
                                })
                                .days()
                                .add(day)));
        return segments;
    }

    private Stream<Period> periods(PeriodKind kind) {
        int first = Period.ordinalOf(kind, LocalDate.of(year, 1, 1));
        return IntStream.range(0, kind.perYear()).mapToObj(more -> new Period(kind, first + more));
    }

    private Cell cell(LifeRules.Terms terms, List<DutyVerdict> verdicts, String path) {
        var whole = verdicts.getLast();
        if (!(whole.subject() instanceof DutySubject.Whole)) {
            throw new IllegalStateException("a duty without a row of the organisation itself");
        }
        return new Cell(terms, whole, verdicts.subList(0, verdicts.size() - 1), status(whole, path));
    }

    private LifeStatus status(DutyVerdict verdict, String path) {
        var status = verdict.status() == DutyStatus.PENDING && isClosing(verdict)
                ? LifeStatus.DUE_SOON
                : LifeStatus.of(verdict.status());
        if (!status.isGap() || isKnown(verdict, path)) {
            return status;
        }
        return watermarks.isBeforeTheFirst(path, start(verdict.period().firstDay()))
                ? LifeStatus.BEFORE
                : LifeStatus.UNKNOWN;
    }

    /// Where the rules name no day, the period's last day is the one to be reminded of.
    private boolean isClosing(DutyVerdict verdict) {
        return verdict.due().isEmpty()
                && !verdict.closesOn().isBefore(asOf)
                && !asOf.plusDays(verdict.rule().remindDaysBefore()).isBefore(verdict.closesOn());
    }

    /// Overdue is what was not done by the due day, missing what was not done by the end.
    private boolean isKnown(DutyVerdict verdict, String path) {
        var last =
                verdict.status() == DutyStatus.OVERDUE ? verdict.due().orElse(verdict.closesOn()) : verdict.closesOn();
        return watermarks.knows(path, start(verdict.period().firstDay()), start(last.plusDays(1)));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
