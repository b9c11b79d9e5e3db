package cn.dangqun.server.review;

import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.server.web.Asked;
import cn.dangqun.server.web.ListQuestion;
import cn.dangqun.server.web.Visit;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/// What the address of the inbox asks for. Rolls that changed are compared month by month, and only when asked for.
record InboxQuestion(ListQuestion list) {
    static final String PATH = "/review";

    enum State {
        OPEN,
        /// Given back to a branch that has not answered
        RETURNED,
        DECIDED
    }

    static InboxQuestion of(Visit visit) {
        return new InboxQuestion(ListQuestion.of(visit, "state", "kind", "organization", "kiosk", "month"));
    }

    static InboxQuestion everything() {
        return new InboxQuestion(new ListQuestion(Map.of(), 1));
    }

    State state() {
        return Arrays.stream(State.values())
                .filter(each -> each.name().equals(list.filter("state")))
                .findFirst()
                .orElse(State.OPEN);
    }

    Optional<Kind> kind() {
        return Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(list.filter("kind")))
                .findFirst();
    }

    String organization() {
        return list.filter("organization");
    }

    String kiosk() {
        return list.filter("kiosk");
    }

    Optional<YearMonth> month() {
        return Asked.month(list.filter("month"));
    }

    boolean isFiltered() {
        return list.with("state", "").isFiltered();
    }

    String address() {
        return list.address(PATH);
    }
}
