package cn.dangqun.server.review;

import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.server.review.InboxModel.Column;
import cn.dangqun.server.text.Texts;
import java.util.List;

/// Puts side by side what a branch did at an activity: who came, what was written, and what else waits there.
record HeldEvidence(Texts texts, ReviewedReader reader) {
    List<Column> columns(ReviewItem item, int openItems) {
        var held = reader.held(item);
        var figures = held.figures();
        return List.of(
                new Column(
                        texts.get("review.activity.came"),
                        List.of(
                                texts.get("review.activity.figures", figures.due(), figures.present(), figures.late()),
                                texts.get("review.activity.others", figures.unsigned(), figures.leave()),
                                held.complete()
                                        ? texts.get("review.activity.absent", figures.absent())
                                        : texts.get("review.activity.untold"))),
                new Column(
                        texts.get("review.activity.minutes"),
                        List.of(texts.get(held.minutes() ? "review.activity.written" : "review.activity.unwritten"))),
                new Column(
                        texts.get("review.activity.open"),
                        List.of(
                                openItems == 0
                                        ? texts.get("review.activity.nothingOpen")
                                        : texts.get("review.activity.openItems", openItems))));
    }
}
