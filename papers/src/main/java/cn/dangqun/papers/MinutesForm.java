package cn.dangqun.papers;

import java.util.List;

/// Lays a [MinutesPage] out, with lines to write on where nothing is known yet (forms.md, section 3.1).
record MinutesForm(Words words) {
    void lay(Composition paper, MinutesPage page) {
        var head = new Head(words);
        head.title(paper, page.meeting(), words.get("paper.minutes"));
        head.boxes(paper, page.meeting(), words.span(page.meeting()));
        paper.rows(List.of(
                head.wide("paper.attendance", page.attendance()),
                head.wide("paper.missing", page.missing()),
                head.wide("paper.observers", page.observers())));
        for (var section : page.sections()) {
            paper.heading(section.heading());
            if (section.paragraphs().isEmpty()) {
                paper.ruled(page.ruled());
            }
            section.paragraphs().forEach(each -> paper.text(each, Style.TEXT));
        }
        head.signatures(paper, paper.part(), List.of("paper.chair.sign", "paper.recorder.sign"));
    }
}
