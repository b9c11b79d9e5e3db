package cn.dangqun.server.review;

import cn.dangqun.domain.fact.StreetFact.Settlement;
import cn.dangqun.server.review.ReviewModel.Choice;
import cn.dangqun.server.review.ReviewModel.Filter;
import cn.dangqun.server.review.ReviewModel.Row;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Puts what was set aside into words: what it is, why, and what somebody can do about it.
record ReviewPage(Texts texts, Times times) {

    /// `mayDecide`: about a kiosk's ledger, on the page of that kiosk; `maySettle`: about a single record.
    ReviewModel write(SetAsideReader reader, Question question, boolean mayDecide, boolean maySettle) {
        int found = reader.count(question);
        int last = Math.max(1, (found + SetAsideReader.PER_PAGE - 1) / SetAsideReader.PER_PAGE);
        var asked = question.at(Math.min(question.page(), last));
        var words = new RecordWords(texts, reader, false);
        return new ReviewModel(
                new Filter(kinds(asked), asked.search(), asked.settled(), asked.oldestFirst()),
                asked.address(ReviewRoutes.LIVE),
                found,
                last == 1 ? "" : texts.get("review.page.pages", asked.page(), last),
                asked.page() > 1 ? asked.at(asked.page() - 1).address(ReviewRoutes.PAGE) : "",
                asked.page() < last ? asked.at(asked.page() + 1).address(ReviewRoutes.PAGE) : "",
                asked.settled(),
                asked.isFiltered(),
                reader.page(asked).stream()
                        .map(each -> row(each, words, mayDecide, maySettle))
                        .toList());
    }

    private List<Choice> kinds(Question question) {
        return Arrays.stream(SetAside.Kind.values())
                .map(each -> new Choice(each.name(), name(each), question.kind().equals(Optional.of(each))))
                .toList();
    }

    Row row(SetAside aside, RecordWords words, boolean mayDecide, boolean maySettle) {
        var read = aside.record().map(words::of);
        return new Row(
                aside.kind().name(),
                name(aside.kind()),
                read.map(RecordWords.Words::what).orElseGet(() -> texts.get("review.what.ledger", aside.seq())),
                texts.get("review.row.number", aside.epoch().substring(0, 8), aside.seq()),
                aside.kioskName(),
                aside.kiosk(),
                aside.site(),
                read.map(this::recorded).orElseGet(() -> texts.get("review.row.noRecord")),
                times.when(aside.first()),
                since(aside),
                why(aside.kind()),
                aside.settled() ? settled(aside) : next(aside.kind()),
                aside.decision().map(this::decision).orElse(""),
                mayDecide ? decideAt(aside) : "",
                !aside.kind().isOfLedger() && maySettle && !aside.settled() ? RecordRoutes.address(aside) : "");
    }

    private static String decideAt(SetAside aside) {
        if (aside.kind() == SetAside.Kind.NOT_ITS_OWN && !aside.settled()) {
            return "/kiosks/" + aside.kiosk() + "/carrying";
        }
        return aside.kind().isOfLedger() ? "/kiosks/" + aside.kiosk() + "/fork" : "";
    }

    private String recorded(RecordWords.Words words) {
        return words.recorded().map(times::when).orElseGet(() -> texts.get("review.row.notReadable"));
    }

    private String since(SetAside aside) {
        if (aside.times() > 1) {
            return texts.get("review.row.again", aside.times(), times.when(aside.last()));
        }
        var age = times.age(aside.first());
        return age.toMinutes() < 1 ? texts.get("review.row.now") : texts.get("review.row.since", times.span(age));
    }

    private String settled(SetAside aside) {
        return aside.decision().map(each -> name(each.settlement())).orElseGet(() -> texts.get("review.next.settled"));
    }

    private String decision(SetAside.Decision decision) {
        return texts.get(
                "review.row.decision",
                times.when(decision.at()),
                decision.login(),
                name(decision.settlement()),
                decision.reason());
    }

    private String name(Settlement settlement) {
        return switch (settlement) {
            case DISREGARDED -> texts.get("review.settlement.disregarded");
            case RECORDED_OTHERWISE -> texts.get("review.settlement.otherwise");
        };
    }

    private String name(SetAside.Kind kind) {
        return switch (kind) {
            case UNREADABLE -> texts.get("review.kind.unreadable");
            case UNKNOWN_KIND -> texts.get("review.kind.unknownKind");
            case IMPOSSIBLE -> texts.get("review.kind.impossible");
            case FAILED -> texts.get("review.kind.failed");
            case NOT_ITS_OWN -> texts.get("review.kind.notItsOwn");
            case GAP -> texts.get("review.kind.gap");
            case CHAIN_FORKED -> texts.get("review.kind.forked");
            case CHAIN_BROKEN -> texts.get("review.kind.broken");
        };
    }

    private String why(SetAside.Kind kind) {
        return switch (kind) {
            case UNREADABLE -> texts.get("review.why.unreadable");
            case UNKNOWN_KIND -> texts.get("review.why.unknownKind");
            case IMPOSSIBLE -> texts.get("review.why.impossible");
            case FAILED -> texts.get("review.why.failed");
            case NOT_ITS_OWN -> texts.get("review.why.notItsOwn");
            case GAP -> texts.get("review.why.gap");
            case CHAIN_FORKED -> texts.get("review.why.forked");
            case CHAIN_BROKEN -> texts.get("review.why.broken");
        };
    }

    private String next(SetAside.Kind kind) {
        return switch (kind) {
            case UNREADABLE -> texts.get("review.next.unreadable");
            case UNKNOWN_KIND -> texts.get("review.next.unknownKind");
            case IMPOSSIBLE -> texts.get("review.next.impossible");
            case FAILED -> texts.get("review.next.failed");
            case NOT_ITS_OWN -> texts.get("review.next.notItsOwn");
            case GAP -> texts.get("review.next.gap");
            case CHAIN_FORKED -> texts.get("review.next.forked");
            case CHAIN_BROKEN -> texts.get("review.next.broken");
        };
    }
}
