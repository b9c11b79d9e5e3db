package cn.dangqun.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Lays a [BallotProtocol] out: slips, votes, written opinions, verdict, and who counted (forms.md, section 3.2).
record BallotForm(Words words) {
    private static final double ABOUT = 4;

    void lay(Composition paper, BallotProtocol ballot) {
        var head = new Head(words);
        var meeting = ballot.meeting();
        head.title(paper, meeting, words.get("paper.ballot"));
        head.boxes(paper, meeting, meeting.begins().map(words::moment).orElse(""));
        paper.rows(List.of(
                head.wide("paper.item", ballot.item()),
                head.wide("paper.method", ballot.method()),
                head.wide("paper.attendance", ballot.attendance())));
        ballot.slips().ifPresent(slips -> slips(paper, slips));
        paper.heading(words.get("paper.votes"));
        paper.table(votesHead(), ballot.votes().stream().map(BallotForm::votes).toList());
        opinions(paper, ballot.opinions());
        var end = AnnouncementForm.verdict(paper, words, ballot.basis(), ballot.verdict());
        head.signatures(paper, end, List.of("paper.scrutineer.sign", "paper.counter.sign", "paper.secretary.sign"));
    }

    private void slips(Composition paper, BallotProtocol.Slips slips) {
        paper.heading(words.get("paper.slips"));
        paper.table(
                titles("paper.slips.issued", "paper.slips.returned", "paper.slips.valid", "paper.slips.invalid"),
                List.of(numbers(slips.issued(), slips.returned(), slips.valid(), slips.invalid())));
    }

    private Row titles(String... keys) {
        return new Row(
                Head.LOW,
                List.of(keys).stream().map(key -> Cell.head(1, words.get(key))).toList());
    }

    private static Row numbers(int... numbers) {
        return new Row(
                Head.LOW,
                IntStream.of(numbers)
                        .mapToObj(each -> Cell.of(1, Integer.toString(each)))
                        .toList());
    }

    private Row votesHead() {
        return Row.of(
                Head.LOW,
                Cell.head(ABOUT, words.get("paper.about")),
                Cell.head(1, words.get("paper.yes")),
                Cell.head(1, words.get("paper.no")),
                Cell.head(1, words.get("paper.abstained")));
    }

    private static Row votes(BallotProtocol.Votes each) {
        return Row.of(
                Head.LOW,
                Cell.of(ABOUT, each.about()),
                Cell.of(1, Integer.toString(each.yes())),
                Cell.of(1, Integer.toString(each.no())),
                Cell.of(1, Integer.toString(each.abstained())));
    }

    private void opinions(Composition paper, List<BallotProtocol.Opinion> opinions) {
        paper.heading(words.get("paper.opinions"));
        if (opinions.isEmpty()) {
            paper.text(words.get("paper.nobody"), Style.TEXT);
            return;
        }
        var rows = new ArrayList<Row>();
        for (var each : opinions) {
            rows.add(Row.of(
                    Head.LOW,
                    Cell.of(1, Integer.toString(rows.size() + 1)),
                    Cell.of(2, each.name()),
                    Cell.of(2, each.says()),
                    Cell.left(ABOUT, each.reason())));
        }
        paper.table(
                Row.of(
                        Head.LOW,
                        Cell.head(1, words.get("paper.number")),
                        Cell.head(2, words.get("paper.name")),
                        Cell.head(2, words.get("paper.opinion")),
                        Cell.head(ABOUT, words.get("paper.opinion.words"))),
                rows);
    }
}
