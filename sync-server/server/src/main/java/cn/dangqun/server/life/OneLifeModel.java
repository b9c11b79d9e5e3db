package cn.dangqun.server.life;

import java.util.List;
import java.util.Optional;

/// What the page of one organisation's year shows, and of one duty of one period in it.
public record OneLifeModel(
        String organization,
        String year,
        String previous,
        String next,
        String thisYear,
        String back,
        String asOf,
        String profile,
        List<Line> lines,
        LifeModel.Rates rates,
        List<LifeModel.Sign> legend,
        Optional<Detail> detail) {
    public OneLifeModel {
        lines = List.copyOf(lines);
        legend = List.copyOf(legend);
    }

    /// A duty over the year.
    public record Line(String name, List<LifeModel.Cell> cells, LifeModel.Rates rates) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    /// `sentences` are those of groups or persons where it is theirs; `open` says why nobody can judge it,
    /// empty where one can.
    public record Detail(
            String duty,
            String period,
            LifeModel.Sign sign,
            String sentence,
            List<String> sentences,
            List<Term> terms,
            String open,
            List<Activity> counted,
            List<Activity> others,
            RescheduleModel.Asking move) {
        public Detail {
            sentences = List.copyOf(sentences);
            terms = List.copyOf(terms);
            counted = List.copyOf(counted);
            others = List.copyOf(others);
        }
    }

    public record Term(String name, String words) {}

    /// Without an address it is another subtree's.
    public record Activity(String id, String day, String title, String organization, String why, String address) {}
}
