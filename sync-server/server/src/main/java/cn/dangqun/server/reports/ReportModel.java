package cn.dangqun.server.reports;

import cn.dangqun.server.reports.Report.Table;
import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;
import java.util.Optional;

/// What the pages of reports show, word by word; the templates only arrange it.
public final class ReportModel {
    private ReportModel() {}

    /// The reports of a year of one organisation.
    public record Year(
            String year,
            String previous,
            String next,
            String organization,
            List<Choice> organizations,
            List<Month> months,
            List<Link> others) {
        public Year {
            organizations = List.copyOf(organizations);
            months = List.copyOf(months);
            others = List.copyOf(others);
        }
    }

    /// `notes` say what was done with it; `waits`: it is over and was not sent.
    public record Month(String name, String address, String stage, String state, List<String> notes, boolean waits) {
        public Month {
            notes = List.copyOf(notes);
        }
    }

    public record Link(String name, String address, boolean chosen) {}

    /// One report with one of its tables. `rows` are those of the page, `found` all that were asked for; `copy`
    /// tells which copy is shown, empty for the one that stands.
    public record One(
            Report report,
            String back,
            String organization,
            List<Choice> organizations,
            List<Link> tabs,
            Table table,
            List<Report.Row> rows,
            int found,
            String search,
            List<Choice> orders,
            ListQuestion.Pages pages,
            String action,
            String copy,
            String workbook,
            String paper,
            Optional<Way> way,
            List<Link> versions,
            boolean narrowed,
            String names,
            boolean fullNames,
            List<String> problems) {
        public One {
            organizations = List.copyOf(organizations);
            tabs = List.copyOf(tabs);
            rows = List.copyOf(rows);
            orders = List.copyOf(orders);
            versions = List.copyOf(versions);
            problems = List.copyOf(problems);
        }
    }

    /// The way of a month's report. `notes` are what was done, in order; of `offers` each is a form to fill in;
    /// `incomplete` warns before it is checked or sent, empty where nothing is outstanding.
    public record Way(String state, List<String> notes, List<Offer> offers, int seen, String today, String incomplete) {
        public Way {
            notes = List.copyOf(notes);
            offers = List.copyOf(offers);
        }
    }

    /// `party` names who receives or sends, empty where nobody does; `about`: branches that it may be of.
    public record Offer(String step, String name, String hint, String party, boolean asksForWords, List<Choice> about) {
        public Offer {
            about = List.copyOf(about);
        }
    }

    /// The gaps of each branch for the district's inspection, and what it noted.
    public record Gaps(
            String month,
            String organization,
            List<Choice> organizations,
            String search,
            List<Choice> orders,
            int found,
            List<Branch> branches,
            ListQuestion.Pages pages,
            boolean mayNote,
            String today,
            String asOf,
            String action,
            List<String> problems) {
        public Gaps {
            organizations = List.copyOf(organizations);
            orders = List.copyOf(orders);
            branches = List.copyOf(branches);
            problems = List.copyOf(problems);
        }
    }

    /// `unknown`: of how many duties nothing is known, one sentence for each reason; `told`: something fell due and is
    /// known.
    public record Branch(
            String id, String name, List<Gap> gaps, List<String> unknown, boolean told, List<String> notes) {
        public Branch {
            unknown = List.copyOf(unknown);
            gaps = List.copyOf(gaps);
            notes = List.copyOf(notes);
        }
    }

    public record Gap(String what, String words, String address) {}
}
