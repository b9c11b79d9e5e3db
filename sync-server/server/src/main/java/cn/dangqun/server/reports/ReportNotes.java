package cn.dangqun.server.reports;

import cn.dangqun.domain.fact.StreetFact.ReportStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was noted of one month's report, in the order in which it was noted, and how it stands by that.
record ReportNotes(List<Note> all) {
    ReportNotes {
        all = List.copyOf(all);
    }

    /// One step; `words` is what was said, `who` how whoever has the login is called.
    record Note(
            YearMonth month,
            String organization,
            ReportStep step,
            LocalDate day,
            String party,
            Optional<String> about,
            String login,
            String who,
            String words,
            Instant at) {}

    /// The steps that stand: what was taken back stands no more, except for comments.
    private Map<ReportStep, Note> standing() {
        var standing = new EnumMap<ReportStep, Note>(ReportStep.class);
        for (var note : all) {
            if (note.step() == ReportStep.TAKEN_BACK) {
                standing.clear();
            }
            standing.put(note.step(), note);
        }
        return standing;
    }

    Optional<Note> checked() {
        return Optional.ofNullable(standing().get(ReportStep.CHECKED));
    }

    Optional<Note> sent() {
        return Optional.ofNullable(standing().get(ReportStep.SENT));
    }

    Optional<Note> receipt() {
        return Optional.ofNullable(standing().get(ReportStep.RECEIPT));
    }

    /// No step of a month's report is before the report was there, nor before the step that it follows.
    LocalDate earliest(ReportStep step, YearMonth month) {
        var there = month.plusMonths(1).atDay(1);
        var follows = switch (step) {
            case CHECKED -> Optional.ofNullable(standing().get(ReportStep.TAKEN_BACK));
            case SENT -> checked();
            case RECEIPT, COMMENT -> sent();
            case TAKEN_BACK -> sent().or(this::checked);
            case INSPECTED -> Optional.<Note>empty();
        };
        return follows.map(Note::day).filter(there::isBefore).orElse(there);
    }

    boolean commented() {
        return standing().containsKey(ReportStep.COMMENT);
    }

    /// Every copy that was ever sent, taken back or not.
    List<Note> sendings() {
        var sendings = new ArrayList<Note>();
        all.stream().filter(each -> each.step() == ReportStep.SENT).forEach(sendings::add);
        return sendings;
    }

    Stage stage() {
        if (commented() && sent().isPresent()) {
            return Stage.COMMENTED;
        }
        if (receipt().isPresent()) {
            return Stage.RECEIVED;
        }
        if (sent().isPresent()) {
            return Stage.SENT;
        }
        return checked().isPresent() ? Stage.CHECKED : Stage.TO_CHECK;
    }

    enum Stage {
        TO_CHECK,
        CHECKED,
        SENT,
        RECEIVED,
        COMMENTED
    }
}
