package cn.dangqun.server.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// How somebody is on the way into the Party (RULES 1.11), as far as nothing else records it: status and its days
/// are the roster's, a vote is its session's. Texts have at most 60 characters, `training` and `approval` 120.
public record Growth(
        Optional<LocalDate> applied,
        Optional<LocalDate> activist,
        String contacts,
        String introducers,
        Optional<LocalDate> trained,
        String training,
        Optional<LocalDate> candidate,
        Optional<LocalDate> approved,
        String approval) {
    public static final Growth NOTHING = new Growth(
            Optional.empty(), Optional.empty(), "", "", Optional.empty(), "", Optional.empty(), Optional.empty(), "");

    /// Who wrote it down, and when.
    record Version(Growth growth, String login, Instant at) {}

    @Override
    public String toString() {
        return "Growth[hidden]";
    }
}
