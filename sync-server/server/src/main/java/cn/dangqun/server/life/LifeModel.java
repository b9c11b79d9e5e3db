package cn.dangqun.server.life;

import cn.dangqun.server.web.Choice;
import cn.dangqun.server.web.ListQuestion;
import java.util.List;

/// What the board of a year shows, word by word; the template only arranges it.
public record LifeModel(
        String year,
        String previous,
        String next,
        String asOf,
        List<Duty> duties,
        Filter filter,
        int found,
        List<Row> rows,
        Totals totals,
        List<Bar> bars,
        List<Sign> legend,
        ListQuestion.Pages pages) {
    public LifeModel {
        duties = List.copyOf(duties);
        rows = List.copyOf(rows);
        bars = List.copyOf(bars);
        legend = List.copyOf(legend);
    }

    /// A kind of duty with the rates of all that is shown, to choose.
    public record Duty(String name, String address, boolean chosen, Rates rates) {}

    /// `closed` is how many are over, `unknown` how many more of which kiosks have not told; rates are words.
    public record Rates(int closed, int fulfilled, int inTime, int unknown, String completion, String punctuality) {}

    public record Filter(
            String duty, String search, List<Choice> organizations, List<Choice> states, List<Choice> orders) {
        public Filter {
            orders = List.copyOf(orders);
            organizations = List.copyOf(organizations);
            states = List.copyOf(states);
        }
    }

    public record Row(String name, String above, String address, List<Cell> cells, Rates rates) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// `months` is how many columns it takes; without an address there is nothing to say.
    public record Cell(int months, String status, String sign, String word, String title, String address) {}

    public record Totals(List<String> completion, List<String> punctuality, Rates rates) {
        public Totals {
            completion = List.copyOf(completion);
            punctuality = List.copyOf(punctuality);
        }
    }

    /// One month of the picture: heights in hundredths; nothing where nothing is over.
    public record Bar(int x, String month, boolean known, int completion, int punctuality, String words) {}

    public record Sign(String status, String sign, String word) {}
}
