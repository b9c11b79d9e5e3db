package cn.dangqun.server.review;

import cn.dangqun.server.attendance.SheetModel.PaperSheet;
import java.util.List;
import java.util.Optional;

/// What the inbox shows, word by word. `address` is where forms go, with the question; `problem` is empty or says why
/// the last form changed nothing.
public record InboxModel(
        String address,
        Filter filter,
        List<Tally> tallies,
        List<Row> rows,
        String found,
        String pages,
        String previous,
        String next,
        boolean decided,
        boolean narrowed,
        boolean mayDecide,
        String namesAddress,
        boolean fullNames,
        String problem,
        Optional<Done> done) {
    public InboxModel {
        tallies = List.copyOf(tallies);
        rows = List.copyOf(rows);
    }

    public record Filter(
            List<Option> states, List<Option> kinds, List<Option> organizations, List<Option> kiosks, String month) {
        public Filter {
            states = List.copyOf(states);
            kinds = List.copyOf(kinds);
            organizations = List.copyOf(organizations);
            kiosks = List.copyOf(kiosks);
        }
    }

    public record Option(String id, String name, boolean chosen) {}

    /// How many of a kind wait, with the way there.
    public record Tally(String name, int many, String address) {}

    /// What was decided a moment ago, and with what it is taken back.
    public record Done(String words, String kind, String key, String seen) {}

    /// `decision` is empty while nothing stands; `seen` is its mark. `answer` is what the branch said to it.
    public record Row(
            int place,
            String kind,
            String kindName,
            String key,
            String title,
            String link,
            String about,
            String age,
            List<Column> columns,
            String answer,
            List<Choice> choices,
            String decision,
            String seen) {
        public Row {
            columns = List.copyOf(columns);
            choices = List.copyOf(choices);
        }
    }

    /// One side of the evidence. `hands` are what a guest wrote.
    public record Column(String name, List<String> lines, List<PaperSheet> hands) {
        public Column {
            lines = List.copyOf(lines);
            hands = List.copyOf(hands);
        }

        Column(String name, List<String> lines) {
            this(name, lines, List.of());
        }
    }

    /// `digit` is the key that picks it.
    public record Choice(int digit, String code, String label, String effect, boolean member, boolean note) {}
}
