package cn.dangqun.server.review;

import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.ReviewItem.Answer;
import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.server.attendance.RollDifferences.What;
import cn.dangqun.server.review.InboxModel.Column;
import cn.dangqun.server.review.InboxModel.Row;
import cn.dangqun.server.review.Waiting.Decided;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts items and decisions into words.
record InboxPage(Texts texts, Times times) {
    Row row(int place, Case about, Optional<What> difference, List<Column> parked, boolean fullNames) {
        var item = about.waiting().item();
        var evidence = new Evidence(texts, times, fullNames);
        var columns = new ArrayList<>(evidence.columns(about, difference));
        columns.addAll(parked);
        var standing = about.waiting().decided().filter(each -> each.answer() != Answer.REOPENED);
        boolean open = standing.filter(each ->
                        each.answer() != Answer.RETURNED || about.answered().isEmpty())
                .isEmpty();
        return new Row(
                place,
                item.kind().name(),
                name(item.kind()),
                item.key(),
                evidence.title(about),
                item.activity().map(each -> "/activities/" + each).orElse(""),
                evidence.about(about),
                age(about.waiting()),
                columns,
                about.answered()
                        .map(each -> texts.get(
                                "review.row.answered", times.when(each.at()), each.kiosk(), each.staff(), each.words()))
                        .orElse(""),
                open ? choices(about, difference) : List.of(),
                standing.map(each -> decision(item.kind(), each)).orElse(""),
                standing.map(Decided::mark).orElse(""));
    }

    private List<InboxModel.Choice> choices(Case about, Optional<What> difference) {
        var choices = new ArrayList<InboxModel.Choice>();
        for (var each : new Choices(texts, times).of(about, difference)) {
            choices.add(new InboxModel.Choice(
                    choices.size() + 1, each.code(), each.label(), each.effect(), each.member(), each.note()));
        }
        return choices;
    }

    private String age(Waiting waiting) {
        var age = times.age(waiting.since());
        return age.toMinutes() < 1 ? texts.get("review.row.now") : texts.get("review.row.since", times.span(age));
    }

    String decision(Kind kind, Decided decided) {
        return texts.get(
                "review.row.decision",
                times.when(decided.at()),
                decided.login(),
                name(kind, decided.answer()),
                decided.reason());
    }

    InboxModel.Done done(ReviewItem item, Decided decided) {
        boolean undone = decided.answer() == Answer.REOPENED;
        return new InboxModel.Done(
                texts.get(
                        "review.inbox.done", name(item.kind()), name(item.kind(), decided.answer()), decided.reason()),
                item.kind().name(),
                item.key(),
                undone ? "" : decided.mark());
    }

    String name(Kind kind, Answer answer) {
        return kind == Kind.ACTIVITY && answer == Answer.STANDS ? texts.get("review.answer.reviewed") : name(answer);
    }

    private String name(Answer answer) {
        return switch (answer) {
            case STANDS -> texts.get("review.answer.stands");
            case COUNTS -> texts.get("review.answer.counts");
            case SET_ASIDE -> texts.get("review.answer.setAside");
            case AT_FIRST -> texts.get("review.answer.atFirst");
            case AT_OTHER -> texts.get("review.answer.atOther");
            case RETURNED -> texts.get("review.answer.returned");
            case REOPENED -> texts.get("review.answer.reopened");
        };
    }

    String name(Kind kind) {
        return switch (kind) {
            case DUPLICATE -> texts.get("review.kind.duplicate");
            case OVERLAP -> texts.get("review.kind.overlap");
            case GUEST -> texts.get("review.kind.guest");
            case CLOCK -> texts.get("review.kind.clock");
            case ROSTER -> texts.get("review.kind.roster");
            case LATE -> texts.get("review.kind.late");
            case PARKED -> texts.get("review.kind.parked");
            case UNSIGNED -> texts.get("review.kind.unsigned");
            case MAKEUP -> texts.get("review.kind.makeup");
            case UNCLOSED -> texts.get("review.kind.unclosed");
            case ACTIVITY -> texts.get("review.kind.activity");
        };
    }
}
