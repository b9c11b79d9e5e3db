package cn.dangqun.simulation;

import cn.dangqun.domain.fact.Handling;
import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.ReviewItem.Answer;
import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.server.review.InboxModel;
import cn.dangqun.simulation.check.Activities;
import cn.dangqun.simulation.check.Pages;
import cn.dangqun.simulation.check.Plain;
import cn.dangqun.simulation.check.Witness.Person;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.story.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What reviewers decide of what waits on 复核, what they give back, and what branches answer to that. A page says
/// beforehand what a decision makes of 实到, and keeps what was decided.
final class Inbox {
    private static final Pattern BECOMES = Pattern.compile("(?:改为|仍是) (\\d+) 人");
    private static final String LESS = "减去本人";
    private static final String ANSWER = "已经补好";
    private static final int CHOICES = 16;

    private final Stage stage;
    private final Map<String, Answer> decided = new TreeMap<>();
    private final Map<String, Integer> answered = new TreeMap<>();

    Inbox(Stage stage) {
        this.stage = stage;
    }

    /// One of what waits, and one of what may be decided of it, as `step` has drawn.
    void decide(Step step) {
        var waiting = Pages.inbox(stage.street(), "OPEN").stream()
                .filter(each -> !each.choices().isEmpty())
                .toList();
        if (waiting.isEmpty()) {
            return;
        }
        var row = waiting.get(step.number() / CHOICES % waiting.size());
        var choices = row.choices().stream().filter(each -> !each.member()).toList();
        var choice = choices.get(step.number() % CHOICES % choices.size());
        var item = item(row);
        var about = item.activity().map(Activities::number);
        int before = figure(about);
        stage.world().trace().note("of " + item + " " + choice.code());
        boolean taken = stage.decide(row, choice.code(), "核对过", Map.of());
        stage.answered(step, Plain.item(item) + ": " + choice.label() + (taken ? "" : " (refused)"));
        if (taken) {
            compare(choice.effect(), choice.label(), before, figure(about));
            item.fact().filter(fact -> item.kind() == Kind.PARKED).ifPresent(stage.witness()::settled);
            stands(item, answer(choice.code()).orElse(Answer.STANDS));
        }
    }

    /// A guest was somebody whom the street knows: they count as that one from now on, and as no guest.
    void match(Step step) {
        Pages.inbox(stage.street(), "OPEN").stream()
                .filter(row -> row.kind().equals(Kind.GUEST.name()))
                .filter(row -> item(row)
                        .activity()
                        .filter(Activities.id(step.activity())::equals)
                        .isPresent())
                .findFirst()
                .filter(row -> !stage.tells(cn.dangqun.simulation.story.Kind.FAILING, step.person()))
                .ifPresent(row -> match(step, row));
    }

    private void match(Step step, InboxModel.Row row) {
        var item = item(row);
        var who = new Person(step.activity(), step.person());
        var before = Pages.read(stage.street(), step.activity());
        boolean taken = stage.decide(
                row,
                "MATCH",
                "本人到场",
                Map.of("member", Ground.member(step.person()).value()));
        stage.answered(step, Plain.item(item) + (taken ? "" : " (refused)"));
        if (taken) {
            // what was taken back of them after the guest had come is so for the guest too
            boolean isClear = !stage.tells(cn.dangqun.simulation.story.Kind.CORRECT, step.person());
            var after = Pages.read(stage.street(), step.activity());
            decided.put(item.name(), Answer.STANDS);
            stage.witness()
                    .recognised(item.fact().orElseThrow(), who, stage.world().now(), isClear);
            if (after.guests() != before.guests() - 1 || (isClear && !after.names(Ground.name(step.person())))) {
                stage.world()
                        .broke("a guest was found to be person " + step.person() + ", and that made of «"
                                + before.text() + "» «" + after.text() + "»");
            }
        }
    }

    private static ReviewItem item(InboxModel.Row row) {
        return ReviewItem.read(row.kind(), row.key()).orElseThrow();
    }

    private int figure(Optional<Integer> activity) {
        return activity.map(each -> Pages.read(stage.street(), each).figure()).orElse(0);
    }

    /// The page said beforehand what it would come to.
    private void compare(String effect, String label, int before, int after) {
        var said = BECOMES.matcher(effect);
        var must = said.find() ? OptionalInt.of(Integer.parseInt(said.group(1))) : OptionalInt.empty();
        if (must.isPresent() ? after != must.getAsInt() : after != before && !effect.contains(LESS)) {
            stage.world()
                    .broke("复核 said of «" + label + "»: " + effect + "; and 实到 went from " + before + " to " + after);
        }
    }

    /// Empty for what is an answer of its kind alone: which record counts, as what was set aside was recorded.
    private static Optional<Answer> answer(String code) {
        return java.util.Arrays.stream(Answer.values())
                .filter(each -> each.name().equals(code))
                .findFirst();
    }

    private void stands(ReviewItem item, Answer answer) {
        decided.put(item.name(), answer);
        answered.remove(item.name());
        var who = item.member()
                .map(member -> new Person(
                        Activities.number(item.activity().orElseThrow()),
                        Integer.parseInt(member.value().substring(1))));
        if (who.isEmpty()) {
            return;
        }
        var witness = stage.witness();
        switch (answer) {
            case COUNTS -> {
                boolean signs =
                        stage.story().activities().get(who.get().activity()).signs();
                if (item.kind() == Kind.UNSIGNED || (item.kind() == Kind.MAKEUP && !signs)) {
                    witness.byTheStreet(who.get(), stage.world().now());
                } else if (item.kind() == Kind.MAKEUP) {
                    witness.cameByTheStreet(who.get(), stage.world().now());
                }
            }
            case SET_ASIDE -> witness.open(who.get());
            case AT_FIRST, AT_OTHER -> {
                witness.open(who.get());
                witness.open(new Person(
                        Activities.number(new cn.dangqun.domain.activity.ActivityId(
                                item.ids().get(2))),
                        who.get().person()));
            }
            case STANDS, RETURNED, REOPENED -> {}
        }
    }

    /// Staff at a kiosk answer what was given back first.
    void answer(Step step) {
        var kiosk = stage.kiosks().get(step.kiosk());
        if (!kiosk.isOn()) {
            return;
        }
        var life = kiosk.life();
        kiosk.returned().list().stream().findFirst().ifPresent(each -> {
            var _ = kiosk.returned()
                    .answer(each.item(), new Handling("staff-2", ANSWER))
                    .thenAccept(kept -> {
                        if (life.isOn() && kept) {
                            stage.world().trace().note("answered " + each.item());
                            answered.put(each.item().name(), step.kiosk());
                            stage.answered(step, Plain.item(each.item()));
                            if (kiosk.returned().list().stream()
                                    .anyMatch(left -> left.item().equals(each.item()))) {
                                stage.world()
                                        .broke("what was answered at " + Plain.kiosk(step.kiosk())
                                                + " still stands there");
                            }
                        }
                    });
        });
    }

    /// The street's disk is gone, with what was decided and answered.
    void lost() {
        decided.clear();
        answered.clear();
    }

    /// What was answered at a kiosk may be gone with its disk.
    void lost(int kiosk) {
        decided.keySet().removeIf(each -> answered.getOrDefault(each, -1) == kiosk);
        answered.values().removeIf(each -> each == kiosk);
    }

    private static Optional<InboxModel.Row> in(List<InboxModel.Row> rows, ReviewItem item) {
        return rows.stream()
                .filter(each ->
                        each.kind().equals(item.kind().name()) && each.key().equals(item.key()))
                .findFirst();
    }

    /// What is not as it must be when all have met. What was given back stands below 已退回 as long as it waits: who
    /// was entered twice, and is not any more, stands nowhere.
    List<String> met() {
        var wrong = new ArrayList<String>();
        var standing = Pages.inbox(stage.street(), "DECIDED");
        var open = Pages.inbox(stage.street(), "OPEN");
        var given = Pages.inbox(stage.street(), "RETURNED");
        decided.forEach((name, answer) -> {
            var item = ReviewItem.named(name);
            boolean waits = answer == Answer.RETURNED;
            var row = in(waits ? (answered.containsKey(name) ? open : given) : standing, item);
            boolean isElsewhere =
                    waits && in(answered.containsKey(name) ? given : open, item).isPresent();
            if (waits ? isElsewhere : row.isEmpty()) {
                wrong.add("it was decided of " + Plain.item(item) + " " + Plain.answer(answer)
                        + ", and 复核 does not say so");
            } else if (answered.containsKey(name)
                    && row.filter(each -> !each.answer().contains(ANSWER)).isPresent()) {
                wrong.add("what " + Plain.kiosk(answered.get(name)) + " answered to " + Plain.item(item)
                        + " is not on 复核");
            }
        });
        for (var kiosk : stage.kiosks()) {
            for (var left : kiosk.returned().list()) {
                if (answered.containsKey(left.item().name())) {
                    wrong.add(Plain.item(left.item()) + " was answered, and still waits at " + Plain.kiosk(kiosk.id()));
                }
            }
        }
        return wrong;
    }
}
