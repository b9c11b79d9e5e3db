package cn.dangqun.server.life;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/// What other systems read of a year; the document of the interface describes each field. Names nobody.
final class LifeAnswer {
    private LifeAnswer() {}

    /// `asOf` is the day at whose end everything stands so; `next` is empty on the last page.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Page(int year, LocalDate asOf, @JsonInclude List<Year> organizations, String next) {
        Page {
            organizations = List.copyOf(organizations);
        }
    }

    record Holder(String id, String name) {}

    record Year(Holder organization, List<Cell> cells) {
        Year {
            cells = List.copyOf(cells);
        }
    }

    /// One duty of one period. `dueOn` is missing where the rules name no day; `rule` says by which it was judged.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Cell(
            String duty,
            String name,
            Span period,
            LifeStatus status,
            String word,
            String sentence,
            String dueOn,
            LocalDate closesOn,
            Profile profile,
            String rule) {}

    record Span(String id, String name, LocalDate from, LocalDate to) {}

    /// Which rules, and which version of them.
    record Profile(String title, String name, String version) {}
}
