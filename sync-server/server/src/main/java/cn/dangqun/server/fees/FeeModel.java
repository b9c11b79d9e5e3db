package cn.dangqun.server.fees;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;

/// What the pages of 党费 show, word by word; amounts in yuan with two decimals.
public final class FeeModel {
    private FeeModel() {}

    public record Link(String name, String address, boolean chosen) {}

    /// Branches of a year.
    public record Branches(
            int year,
            List<Link> years,
            String search,
            String order,
            List<Choice> organizations,
            int found,
            List<Row> rows,
            Row total,
            List<Waiting> waiting,
            boolean mayApprove,
            String exportAddress,
            ListQuestion.Pages pages) {
        public Branches {
            years = List.copyOf(years);
            organizations = List.copyOf(organizations);
            rows = List.copyOf(rows);
            waiting = List.copyOf(waiting);
        }
    }

    public record Row(
            String name,
            String above,
            String address,
            int people,
            int unfixed,
            String dueFirst,
            String paidFirst,
            String dueSecond,
            String paidSecond,
            String due,
            String paid,
            int late) {}

    /// A request that waits for the superior.
    public record Waiting(String member, String address, String words) {}

    /// One branch's year.
    public record Branch(
            String id,
            String name,
            int year,
            List<Link> years,
            String search,
            String order,
            int found,
            List<Person> people,
            Row total,
            List<Choice> months,
            boolean mayKeep,
            String problem,
            Addresses addresses,
            ListQuestion.Pages pages) {
        public Branch {
            years = List.copyOf(years);
            people = List.copyOf(people);
            months = List.copyOf(months);
        }
    }

    public record Addresses(
            String amounts, String register, String workbook, String noticeFirst, String noticeSecond) {}

    public record Person(
            String id,
            String name,
            String address,
            String monthly,
            List<Cell> cells,
            String due,
            String paid,
            int late) {
        public Person {
            cells = List.copyOf(cells);
        }
    }

    /// A month; `sign` says what `word` says, so that colour alone says nothing.
    public record Cell(String state, String sign, String word) {}

    /// Where a branch fixes what everybody pays.
    public record Amounts(
            String id,
            String name,
            String back,
            int year,
            String from,
            String reason,
            String scale,
            List<Amount> rows,
            List<String> problems,
            ListQuestion.Pages pages) {
        public Amounts {
            rows = List.copyOf(rows);
            problems = List.copyOf(problems);
        }
    }

    /// What stands now, and what the fields hold.
    public record Amount(
            String id,
            String name,
            String stands,
            List<Choice> groups,
            String base,
            String monthly,
            List<Choice> patterns) {
        public Amount {
            groups = List.copyOf(groups);
            patterns = List.copyOf(patterns);
        }
    }

    /// One member's year.
    /// `amounts` is where they are fixed, empty for whoever may not.
    public record One(
            String amounts,
            String id,
            String name,
            String branch,
            String back,
            int year,
            List<Link> years,
            List<Month> months,
            String due,
            String paid,
            List<Term> terms,
            List<Entry> entries,
            List<Relief> reliefs,
            boolean mayKeep,
            boolean mayApprove,
            String handbook,
            String problem) {
        public One {
            years = List.copyOf(years);
            months = List.copyOf(months);
            terms = List.copyOf(terms);
            entries = List.copyOf(entries);
            reliefs = List.copyOf(reliefs);
        }
    }

    public record Month(String month, String branch, String due, Cell cell) {}

    public record Term(String from, String words, String reason, String by) {}

    /// `undo` is empty where nothing can be taken back.
    public record Entry(String month, String words, String by, String source, boolean undo) {}

    /// `own`: whoever looks asked for it, or it is about them; another decides (OQ-30).
    public record Relief(
            String id, String words, String reason, String asked, String decided, boolean waits, boolean own) {}

    /// Who owes what since when.
    public record Arrears(
            String asOf,
            String search,
            String order,
            List<Choice> organizations,
            int found,
            List<Late> rows,
            String amount,
            ListQuestion.Pages pages) {
        public Arrears {
            organizations = List.copyOf(organizations);
            rows = List.copyOf(rows);
        }
    }

    public record Late(
            String name, String address, String branch, String since, int months, String which, String amount) {}

    /// The half-yearly notice of one branch. `half` as an address says it; `mayHang`: the viewer may hand it to
    /// the wall as a draft.
    public record Notice(
            String branch,
            String title,
            List<String> sentences,
            String back,
            String period,
            String half,
            String address,
            boolean mayHang,
            List<Link> halves) {
        public Notice {
            sentences = List.copyOf(sentences);
            halves = List.copyOf(halves);
        }
    }
}
