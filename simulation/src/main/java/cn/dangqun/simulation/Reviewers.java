package cn.dangqun.simulation;

import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.simulation.check.Activities;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.story.Kind;
import cn.dangqun.simulation.story.Step;
import cn.dangqun.simulation.story.Story;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// What people at the street's desks decide, by the console's own forms.
final class Reviewers {
    private final Stage stage;
    private final TreeSet<Integer> decided = new TreeSet<>();

    Reviewers(Stage stage) {
        this.stage = stage;
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
            case MOVED ->
                press(
                        "/roster/members/:id/place",
                        person,
                        Map.of(
                                "branch",
                                Ground.branch(step.number()).value(),
                                "status",
                                "FULL",
                                "relation",
                                "HOME",
                                "effective",
                                today.toString(),
                                "reason",
                                "组织关系转接"));
            case LEFT -> press("/roster/members/:id/departure", person, departure(today));
            case CANCELLED -> press("/plan/activities/:id/cancellation", activity, Map.of("reason", "改期"));
            case RESCHEDULED -> press("/plan/activities/:id", activity, later(step));
            case RETURNED, REVIEWED -> review(step);
            default ->
                press(
                        "/review/month/lock",
                        Map.of(),
                        Map.of(
                                "month",
                                YearMonth.from(today).toString(),
                                "organization",
                                Ground.branch(planned(step.activity()).branch()).value(),
                                "reason",
                                "月度核对"));
        }
    }

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
                "THEME_DAY",
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

    /// A decision of before may be gone with the street's disk.
    void lost() {
        decided.clear();
    }

    /// Whoever has not seen a decision that stands cannot decide anew. Cancelled ones cannot be decided at all.
    List<String> standing() {
        return decided.stream()
                .filter(each -> judge(each, "STANDS"))
                .map(each -> "what was decided of the roll of activity " + each + " is forgotten")
                .toList();
    }

    /// Whether it was taken, and is on the disk.
    private boolean press(String route, Map<String, String> params, Map<String, String> form) {
        var life = stage.street().life();
        boolean taken = stage.street().at(office -> office.press(route, params, form));
        stage.world().trace().note("the form was " + (taken ? "taken" : "refused"));
        return taken && life.isOn();
    }

    /// The former card finds nobody any more.
    void card(int person, int issue) {
        stage.street().with(server -> {
            var keyer = server.cardKeyer();
            server.reference()
                    .remove(
                            ReferenceKind.CARD_BINDING,
                            keyer.ofUid(Ground.card(person, issue - 1)).hex());
            server.reference()
                    .publish(List.of(new ReferenceItem.CardBinding(
                            keyer.ofUid(Ground.card(person, issue)), Ground.member(person))));
        });
    }
}
