package cn.dangqun.server.life;

import cn.dangqun.domain.explain.DutyExplanation;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.life.LifeBoard.Cell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Lays the cells of a duty on the months of a year.
record LifeCells(LifeWords words) {
    private static final int MONTHS = 12;
    private static final LifeModel.Cell EMPTY = new LifeModel.Cell(1, "NOT_APPLICABLE", "", "", "", "");

    /// `cells` are in the order of time. Months that no period covers are left blank: rules that come into force
    /// amid a period ask for the next one.
    List<LifeModel.Cell> row(OrganizationId organization, List<Cell> cells) {
        var row = new ArrayList<LifeModel.Cell>();
        int month = 1;
        for (var cell : cells) {
            int first = cell.period().firstDay().getMonthValue();
            for (; month < first; month++) {
                row.add(EMPTY);
            }
            row.add(cell(organization, cell));
            month += MONTHS / cell.period().kind().perYear();
        }
        for (; month <= MONTHS; month++) {
            row.add(EMPTY);
        }
        return row;
    }

    private LifeModel.Cell cell(OrganizationId organization, Cell cell) {
        return new LifeModel.Cell(
                MONTHS / cell.period().kind().perYear(),
                cell.status().name(),
                words.sign(cell.status()),
                words.word(cell.status()),
                DutyExplanation.nameOf(cell.period()) + " " + words.word(cell.status()),
                LifeRoutes.address(organization, cell));
    }

    LifeModel.Sign sign(LifeStatus status) {
        return new LifeModel.Sign(status.name(), words.sign(status), words.word(status));
    }

    static LifeModel.Rates rates(Collection<Cell> cells) {
        var rates = LifeBoard.Rates.of(cells);
        return new LifeModel.Rates(
                rates.rate().closed(),
                rates.rate().fulfilled(),
                rates.rate().inTime(),
                rates.unknown(),
                rates.rate().completion(),
                rates.rate().punctuality());
    }
}
