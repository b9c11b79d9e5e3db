package cn.dangqun.papers;

import java.util.ArrayList;
import java.util.List;

/// Lays an [Announcement] out (R-202: 总数 应到 实到 缺席, each with its meaning, before anything else).
record AnnouncementForm(Words words) {
    private static final double FIGURE = 2;
    private static final double NUMBER = 1.5;
    private static final double MEANING = 7;
    private static final double NAME = 2.5;
    private static final double REASON = 3;
    private static final double BASIS = 5;

    void lay(Composition paper, Announcement said) {
        var head = new Head(words);
        head.title(paper, said.meeting(), words.get("paper.announcement"));
        head.boxes(
                paper,
                said.meeting(),
                said.meeting().begins().map(words::moment).orElse(""));
        paper.gap();
        paper.table(
                Row.of(
                        Head.LOW,
                        Cell.head(FIGURE, words.get("paper.figure")),
                        Cell.head(NUMBER, words.get("paper.people")),
                        Cell.head(MEANING, words.get("paper.meaning"))),
                said.figures().stream().map(AnnouncementForm::figure).toList());
        people(paper, "paper.missing", said.missing());
        people(paper, "paper.notdue", said.notDue());
        if (!said.observers().isEmpty()) {
            paper.heading(words.get("paper.observers"));
            paper.text(String.join(words.get("paper.comma"), said.observers()), Style.TEXT);
        }
        var end = verdict(paper, words, said.basis(), said.verdict());
        head.signatures(paper, end, List.of("paper.chair.sign", "paper.recorder.sign"));
    }

    private static Row figure(Announcement.Figure each) {
        return Row.of(
                Head.LOW,
                Cell.head(FIGURE, each.name()),
                Cell.head(NUMBER, Integer.toString(each.number())),
                Cell.left(MEANING, each.meaning()));
    }

    /// 无 is written where there is nobody, as the books do.
    private void people(Composition paper, String key, List<Announcement.Person> people) {
        paper.heading(words.get(key));
        if (people.isEmpty()) {
            paper.text(words.get("paper.nobody"), Style.TEXT);
            return;
        }
        var rows = new ArrayList<Row>();
        for (var each : people) {
            rows.add(Row.of(
                    Head.LOW,
                    Cell.of(1, Integer.toString(rows.size() + 1)),
                    Cell.of(NAME, each.name()),
                    Cell.left(REASON, each.reason()),
                    Cell.left(BASIS, each.basis())));
        }
        paper.table(
                Row.of(
                        Head.LOW,
                        Cell.head(1, words.get("paper.number")),
                        Cell.head(NAME, words.get("paper.name")),
                        Cell.head(REASON, words.get("paper.reason")),
                        Cell.head(BASIS, words.get("paper.basis"))),
                rows);
    }

    /// The rules, and what stays on one page with the signatures.
    static Composition verdict(Composition paper, Words words, List<String> basis, String verdict) {
        if (!basis.isEmpty()) {
            paper.heading(words.get("paper.basis"));
            basis.forEach(each -> paper.text(each, Style.TEXT));
        }
        return paper.part().heading(words.get("paper.verdict")).text(words.orBlank(verdict), Style.STRONG);
    }
}
