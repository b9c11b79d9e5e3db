package cn.dangqun.sheets.roster;

import cn.dangqun.sheets.Sheet;
import cn.dangqun.sheets.SheetException;
import cn.dangqun.sheets.SheetFault;
import cn.dangqun.sheets.SheetLimits;
import cn.dangqun.sheets.SheetRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads a roster out of a sheet: finds the header below titles and notes, passes over rows that are no people.
public final class RosterSheet {
    /// So far down a header is looked for.
    private static final int HEADER_WITHIN = 15;

    private static final List<String> NO_NAMES = List.of("必填", "选填", "示例", "样例", "填写说明", "说明");
    private static final List<String> FEET = List.of("总计", "合计", "小计", "季度合计", "填表人", "审核人", "制表人");

    private RosterSheet() {}

    /// What was found besides the lines.
    public record Found(RosterHeader header, int lines, int passedOver) {}

    /// Hands each line to `lines` in the order of the rows, until it answers false.
    ///
    /// @throws SheetException when the file is no sheet, or [SheetFault#EMPTY] when it has no roster in it
    public static Found read(Path file, SheetLimits limits, Predicate<RosterLine> lines)
            throws IOException, SheetException {
        var reading = new Reading(lines);
        Sheet.read(file, limits, reading::take);
        return reading.end();
    }

    private static final class Reading {
        private final Predicate<RosterLine> lines;
        private final ArrayDeque<SheetRow> before = new ArrayDeque<>();
        private Optional<RosterHeader> header = Optional.empty();
        private int read;
        private int passedOver;

        private Reading(Predicate<RosterLine> lines) {
            this.lines = lines;
        }

        private boolean take(SheetRow row) {
            if (header.isPresent()) {
                return line(row);
            }
            before.add(row);
            return before.size() < HEADER_WITHIN || begin();
        }

        /// The header is the row that has most of the columns; what stands below it so far are lines.
        private boolean begin() {
            var rows = new ArrayList<>(before);
            before.clear();
            for (int i = 0; i < rows.size(); i++) {
                var below = i + 1 < rows.size() ? Optional.of(rows.get(i + 1)) : Optional.<SheetRow>empty();
                var found = RosterHeader.of(rows.get(i), below);
                if (found.filter(each -> isBetter(each, header)).isPresent()) {
                    header = found;
                }
            }
            int last = header.map(RosterHeader::row).orElse(Integer.MAX_VALUE);
            return header.isPresent()
                    && rows.stream().filter(row -> row.number() > last).allMatch(this::line);
        }

        private static boolean isBetter(RosterHeader found, Optional<RosterHeader> so) {
            return so.filter(each -> each.columns().size() >= found.columns().size())
                    .isEmpty();
        }

        private boolean line(SheetRow row) {
            var known = header.orElseThrow();
            var name = known.cell(row, RosterColumn.NAME);
            boolean isFoot = row.cells().stream().anyMatch(cell -> FEET.stream().anyMatch(cell::startsWith));
            if (NO_NAMES.contains(name)
                    || FEET.stream().anyMatch(name::startsWith)
                    || (name.contains("名") && RosterColumn.of(name).equals(Optional.of(RosterColumn.NAME)))
                    || (isFoot && known.cell(row, RosterColumn.NUMBER).isEmpty())
                    || isNote(known, row, name)) {
                passedOver++;
                return true;
            }
            read++;
            return lines.test(new RosterRow(known, row).line());
        }

        /// A row whose only words stand outside the columns that name somebody.
        private static boolean isNote(RosterHeader header, SheetRow row, String name) {
            return name.isEmpty()
                    && header.cell(row, RosterColumn.NUMBER).isEmpty()
                    && header.columns().keySet().stream()
                                    .filter(each -> !header.cell(row, each).isEmpty())
                                    .count()
                            < 2;
        }

        private Found end() throws SheetException {
            if (header.isEmpty()) {
                begin();
            }
            return new Found(header.orElseThrow(() -> new SheetException(SheetFault.EMPTY)), read, passedOver);
        }
    }
}
