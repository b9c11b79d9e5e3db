package cn.dangqun.server.intake;

import cn.dangqun.server.text.Texts;
import cn.dangqun.sheets.SheetFault;
import cn.dangqun.sheets.roster.RosterLine;
import cn.dangqun.sheets.roster.RosterLine.Problem;
import java.util.stream.Collectors;

/// What rosters from files are told about.
record IntakeWords(Texts texts) {
    String state(IntakeState state) {
        return switch (state) {
            case READING -> texts.get("intake.state.reading");
            case READY -> texts.get("intake.state.ready");
            case APPLYING -> texts.get("intake.state.applying");
            case DONE -> texts.get("intake.state.done");
            case CANCELLED -> texts.get("intake.state.cancelled");
            case FAILED -> texts.get("intake.state.failed");
        };
    }

    String outcome(IntakeOutcome outcome) {
        return switch (outcome) {
            case NEW -> texts.get("intake.outcome.new");
            case MOVED -> texts.get("intake.outcome.moved");
            case CHANGED -> texts.get("intake.outcome.changed");
            case SAME -> texts.get("intake.outcome.same");
            case DUPLICATE -> texts.get("intake.outcome.duplicate");
            case DOUBTFUL -> texts.get("intake.outcome.doubtful");
            case WRONG -> texts.get("intake.outcome.wrong");
        };
    }

    String fault(SheetFault fault) {
        return switch (fault) {
            case TOO_LARGE -> texts.get("intake.fault.tooLarge");
            case OLD_EXCEL -> texts.get("intake.fault.oldExcel");
            case ENCRYPTED -> texts.get("intake.fault.encrypted");
            case NO_SHEET -> texts.get("intake.fault.noSheet");
            case UNPACKS_TOO_LARGE -> texts.get("intake.fault.bomb");
            case TOO_MANY_CELLS -> texts.get("intake.fault.cells");
            case BROKEN -> texts.get("intake.fault.broken");
            case EMPTY -> texts.get("intake.fault.empty");
        };
    }

    String problems(RosterLine line) {
        return line.problems().stream().map(this::problem).collect(Collectors.joining());
    }

    /// What stands in the cell is repeated but for a resident number.
    private String problem(Problem problem) {
        var column = problem.column().heading();
        return switch (problem.kind()) {
            case MISSING -> texts.get("intake.problem.missing", column);
            case TOO_LONG -> texts.get("intake.problem.tooLong", column);
            case NO_NUMBER_LENGTH -> texts.get("roster.number.length");
            case NO_NUMBER_CHARACTERS -> texts.get("roster.number.characters");
            case NO_NUMBER_BIRTH -> texts.get("roster.number.birth");
            case NO_NUMBER_CHECK -> texts.get("roster.number.check");
            case NUMBER_LOST_DIGITS -> texts.get("intake.problem.lostDigits");
            case NO_DAY -> texts.get("intake.problem.noDay", column, problem.cell());
            case NO_CHOICE -> texts.get("intake.problem.noChoice", column, problem.cell());
            case NOT_IN_GOOD_STANDING -> texts.get("intake.problem.standing", problem.cell());
            case NOT_AS_THE_NUMBER -> texts.get("intake.problem.notAsNumber", column);
            case ORDER -> texts.get("roster.refused.order");
        };
    }
}
