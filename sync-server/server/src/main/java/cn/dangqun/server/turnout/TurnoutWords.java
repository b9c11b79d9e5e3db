package cn.dangqun.server.turnout;

import cn.dangqun.domain.attendance.AttendanceState;
import cn.dangqun.server.text.Texts;

/// The Chinese for how somebody stood at an activity, and for the figures.
record TurnoutWords(Texts texts) {
    String state(LineReader.Line line) {
        return switch (line.state()) {
            case PRESENT -> texts.get("attendance.export.statePresent");
            case LATE -> texts.get("attendance.export.stateLate");
            case MAKEUP_SIGNED -> texts.get("attendance.export.stateMadeUp");
            case LEAVE -> texts.get("attendance.export.stateLeave");
            case CHECKED_IN_UNSIGNED -> texts.get("attendance.export.stateUnsigned");
            case NOT_COUNTED -> texts.get("attendance.export.stateNotCounted");
            case ABSENT -> absent(line);
        };
    }

    private String absent(LineReader.Line line) {
        return line.complete() && line.state() == AttendanceState.ABSENT
                ? texts.get("attendance.export.stateAbsent")
                : texts.get("turnout.column.awaited");
    }

    String figure(String asked) {
        return switch (asked) {
            case "present" -> texts.get("attendance.export.present");
            case "late" -> texts.get("attendance.export.stateLate");
            case "leave" -> texts.get("attendance.export.stateLeave");
            case "unsigned" -> texts.get("attendance.export.stateUnsigned");
            case "absent" -> texts.get("attendance.export.stateAbsent");
            case "exempt" -> texts.get("attendance.export.stateNotCounted");
            case "awaited" -> texts.get("turnout.column.awaited");
            default -> texts.get("attendance.export.due");
        };
    }
}
