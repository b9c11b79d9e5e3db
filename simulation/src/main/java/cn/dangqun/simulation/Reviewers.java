package cn.dangqun.simulation;

import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.server.review.MonthModel;
import cn.dangqun.simulation.check.Activities;
import cn.dangqun.simulation.check.Pages;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.machine.Office;
import cn.dangqun.simulation.story.Kind;
import cn.dangqun.simulation.story.Step;
import cn.dangqun.simulation.story.Story;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// What people at the street's desks decide, by the console's own forms.
final class Reviewers {
    private static final String MONTH = YearMonth.from(Activities.day(0)).toString();

    private final Stage stage;
    private final TreeSet<Integer> decided = new TreeSet<>();
    private final Map<Integer, Optional<List<Figures>>> months = new TreeMap<>();
    private final Inbox inbox;
    private final Amendments amendments;
    private final Cards cards = new Cards();

    Reviewers(Stage stage) {
        this.stage = stage;
        this.inbox = new Inbox(stage);
        this.amendments = new Amendments(stage);
    }

    /// The street is on.
    void decide(Step step) {
        var street = stage.street();
        var person = Map.of("id", Ground.member(step.person()).value());
        var activity = Map.of("id", Activities.id(step.activity()).value());
        var today =
                Activities.day((int) TimeUnit.NANOSECONDS.toDays(stage.world().now()));
        switch (step.kind()) {
            case CHECKED_COPY -> street.with(server -> server.copy());
            case MOVED, LEFT -> rosterEdit(step, person, today);
            case CANCELLED -> press("/plan/activities/:id/cancellation", activity, Map.of("reason", "改期"));
            case RESCHEDULED -> press("/plan/activities/:id", activity, later(step));
            case RETURNED, REVIEWED -> review(step);
            case DECIDED -> inbox.decide(step);
            case MATCHED -> inbox.match(step);
            case AMENDED -> amendments.amend(step);
            case MONTH_OPENED -> month(planned(step.activity()).branch(), false);
            default -> month(planned(step.activity()).branch(), true);
        }
    }

    /// Who is on a roll that is frozen stays on it.
    private void rosterEdit(Step step, Map<String, String> person, LocalDate today) {
        var before = frozen();
        if (step.kind() == Kind.LEFT) {
            press("/roster/members/:id/departure", person, departure(today));
        } else {
            press(
                    "/roster/members/:id/place",
                    person,
                    Map.of(
                            "branch", branch(step.number()),
                            "status", "FULL",
                            "relation", "HOME",
                            "effective", today.toString(),
                            "reason", "组织关系转接"));
        }
        before.forEach((number, sheet) -> {
            var after = Pages.read(stage.street(), number);
            if (!after.equals(sheet)) {
                stage.world()
                        .broke("the roll of activity " + number + " was frozen, and a change of the roster made of «"
                                + sheet.text() + "» «" + after.text() + "»");
            }
        });
    }

    /// The pages of activities whose only roll is frozen.
    private Map<Integer, Pages.Sheet> frozen() {
        var frozen = new TreeMap<Integer, Pages.Sheet>();
        for (int i = 0; i < stage.story().activities().size(); i++) {
            if (!planned(i).joint()) {
                var sheet = Pages.read(stage.street(), i);
                if (sheet.frozen()) {
                    frozen.put(i, sheet);
                }
            }
        }
        return frozen;
    }

    void answer(Step step) {
        inbox.answer(step);
    }

    private static String branch(int number) {
        return Ground.branch(number).value();
    }

    /// Locked, it keeps the figures of that moment until it is opened.
    private void month(int branch, boolean locked) {
        var figures = Pages.month(stage.street(), MONTH, branch(branch)).rows().stream()
                .map(each -> new Figures(each.link(), each.roll(), each.live()))
                .toList();
        boolean taken = stage.press(
                locked ? Office.REVIEWER : Office.COLLEAGUE,
                locked ? "/review/month/lock" : "/review/month/opening",
                Map.of(),
                Map.of("month", MONTH, "organization", branch(branch), "reason", "月度核对"));
        if (taken) {
            months.put(branch, locked ? Optional.of(figures) : Optional.empty());
        }
    }

    private List<String> months() {
        var wrong = new ArrayList<String>();
        months.forEach((branch, must) -> {
            var page = Pages.month(stage.street(), MONTH, branch(branch));
            // what may be locked is not
            if (page.mayLock() == must.isPresent()) {
                wrong.add("the month of branch " + branch + " is "
                        + (must.isPresent() ? "not locked any more" : "locked"));
            }
            must.ifPresent(locked -> locked.forEach(line -> page.rows().stream()
                    .filter(each -> each.link().equals(line.link) && each.roll().equals(line.roll))
                    .filter(each ->
                            each.frozen().isPresent() && !each.frozen().get().equals(line.figures))
                    .forEach(each -> wrong.add(line.link + " was locked with " + line.figures
                            + ", and now the page says " + each.frozen().get()))));
        });
        return wrong;
    }

    /// A line of 锁月.
    private record Figures(String link, String roll, MonthModel.Figures figures) {}

    private static Map<String, String> departure(LocalDate today) {
        return Map.of("departure", "MOVED_OUT", "last", today.minusDays(1).toString(), "reason", "转出");
    }

    private Story.Planned planned(int activity) {
        return stage.story().activities().get(activity);
    }

    private Map<String, String> later(Step step) {
        var planned = planned(step.activity());
        var starts = LocalTime.of(planned.hour(), 0).plusMinutes(step.number());
        var form = new HashMap<>(Map.of(
                "type",
                Activities.type(planned).name(),
                "title",
                "样例主题党日" + step.activity(),
                "place",
                "党员活动室" + step.activity(),
                "day",
                Activities.day(planned.day()).toString(),
                "starts",
                starts.toString(),
                "ends",
                starts.plusHours(1).toString(),
                "organization",
                Ground.branch(planned.branch()).value(),
                "reason",
                "改期"));
        if (planned.joint()) {
            form.put("partner1", Ground.branch(planned.branch() ^ 1).value());
        }
        return form;
    }

    /// 退回 and 已审核: a decision about the whole roll, made by whoever saw that there was none.
    private void review(Step step) {
        if (judge(step.activity(), step.kind() == Kind.RETURNED ? "RETURNED" : "STANDS")) {
            decided.add(step.activity());
        }
    }

    private boolean judge(int activity, String answer) {
        var item = ReviewItem.ofActivity(
                Activities.id(activity), Ground.branch(planned(activity).branch()));
        return press(
                "/review/decisions",
                Map.of(),
                Map.of("kind", "ACTIVITY", "item", item.key(), "answer", answer, "reason", "请补全", "seen", ""));
    }

    /// Somebody has copied the street's disk.
    void kept() {
        cards.keep();
    }

    /// A decision of before may be gone with the street's disk.
    void lost() {
        cards.lost();
        decided.clear();
        months.clear();
        inbox.lost();
        amendments.lost();
    }

    /// The same of what was answered at a kiosk.
    void lost(int kiosk) {
        inbox.lost(kiosk);
    }

    /// Whoever has not seen a decision that stands cannot decide anew. Cancelled ones cannot be decided at all.
    List<String> standing() {
        var wrong = months();
        wrong.addAll(inbox.met());
        wrong.addAll(amendments.met());
        decided.stream()
                .filter(each -> judge(each, "STANDS"))
                .map(each -> "what was decided of the roll of activity " + each + " is forgotten")
                .forEach(wrong::add);
        return wrong;
    }

    /// Whether it was taken, and is on the disk.
    private boolean press(String route, Map<String, String> params, Map<String, String> form) {
        return stage.press(route, params, form);
    }

    Cards cards() {
        return cards;
    }

    /// The street is on.
    void card(int person) {
        cards.change(person, stage.street(), this::change);
    }

    private void change(int person, int former, int fresh) {
        stage.street().with(server -> {
            var keyer = server.cardKeyer();
            server.reference()
                    .remove(
                            ReferenceKind.CARD_BINDING,
                            keyer.ofUid(Ground.card(person, former)).hex());
            server.reference()
                    .publish(List.of(new ReferenceItem.CardBinding(
                            keyer.ofUid(Ground.card(person, fresh)), Ground.member(person))));
        });
    }
}
