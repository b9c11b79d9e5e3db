package cn.dangqun.simulation;

import cn.dangqun.domain.fact.ReviewItem;
import cn.dangqun.domain.fact.ReviewItem.Answer;
import cn.dangqun.server.review.InboxModel;
import cn.dangqun.simulation.check.Activities;
import cn.dangqun.simulation.check.Pages;
import cn.dangqun.simulation.check.Plain;
import cn.dangqun.simulation.check.Witness.Person;
import cn.dangqun.simulation.machine.Ground;
import cn.dangqun.simulation.story.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Who belongs on a frozen roll after all, as reviewers decide: from then on they are due there, and present if they
/// had come.
final class Amendments {
    private final Stage stage;
    private final Set<Person> amended = new TreeSet<>();

    Amendments(Stage stage) {
        this.stage = stage;
    }

    /// The first roll of the activity on which they should be by the roster, and are not.
    void amend(Step step) {
        Pages.changedRolls(stage.street()).stream()
                .filter(row -> isOf(step, row))
                .filter(row ->
                        row.choices().stream().anyMatch(each -> each.code().equals(Answer.COUNTS.name())))
                .findFirst()
                .ifPresent(row -> amend(step, row));
    }

    private static boolean isOf(Step step, InboxModel.Row row) {
        return ReviewItem.read(row.kind(), row.key())
                .filter(item -> item.activity()
                                .filter(Activities.id(step.activity())::equals)
                                .isPresent()
                        && item.member()
                                .filter(Ground.member(step.person())::equals)
                                .isPresent())
                .isPresent();
    }

    private void amend(Step step, InboxModel.Row row) {
        var before = Pages.read(stage.street(), step.activity());
        boolean taken = stage.decide(row, Answer.COUNTS.name(), "当天已转入", Map.of());
        var item = ReviewItem.read(row.kind(), row.key()).orElseThrow();
        stage.answered(step, Plain.item(item) + (taken ? "" : " (refused)"));
        if (taken) {
            amended.add(new Person(step.activity(), step.person()));
            compare(step, before);
        }
    }

    private void compare(Step step, Pages.Sheet before) {
        var after = Pages.read(stage.street(), step.activity());
        var name = Ground.name(step.person());
        int more = before.others().contains(name) ? 1 : 0;
        boolean isDue = after.due() == before.due() + 1 && after.roll().contains(name);
        boolean isPresent = after.figure() == before.figure() + more;
        if (!before.roll().contains(name) && !(isDue && isPresent)) {
            stage.world()
                    .broke("person " + step.person() + " was put on the roll of activity " + step.activity()
                            + ", and that made of «" + before.text() + "» «" + after.text() + "»");
        }
    }

    /// A decision may be gone with the street's disk.
    void lost() {
        amended.clear();
    }

    /// Who is not where they were put.
    List<String> met() {
        return amended.stream()
                .filter(who ->
                        !Pages.read(stage.street(), who.activity()).roll().contains(Ground.name(who.person())))
                .map(who -> "person " + who.person() + " was put on the roll of activity " + who.activity()
                        + ", and the page does not list them")
                .toList();
    }
}
