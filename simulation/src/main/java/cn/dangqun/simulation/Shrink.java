package cn.dangqun.simulation;

import cn.dangqun.simulation.story.Kind;
import cn.dangqun.simulation.story.Step;
import cn.dangqun.simulation.story.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Leaves out of a story whatever need not be told for it to go wrong: days at its end, then more and more of its
/// steps, as long as it still goes wrong (delta debugging, A. Zeller, 1999).
public final class Shrink {
    private final Predicate<Story> goesWrong;
    private int tries;

    private Shrink(Predicate<Story> goesWrong, int most) {
        this.goesWrong = goesWrong;
        this.tries = most;
    }

    /// Tells at most `most` stories. `goesWrong` is true of `story`.
    public static Story of(Story story, Predicate<Story> goesWrong, int most) {
        return new Shrink(goesWrong, most).shrink(story);
    }

    private Story shrink(Story story) {
        var shorter = days(story);
        for (int size = Math.max(1, steps(shorter).size() / 2); size >= 1 && tries > 0; size /= 2) {
            shorter = without(shorter, size);
        }
        return without(shorter, 1);
    }

    private boolean isStill(Story story) {
        tries--;
        return goesWrong.test(story);
    }

    /// What comes after the first quiet moment that is not one.
    private Story days(Story story) {
        for (int days = 1; days < story.days() && tries > 0; days++) {
            int end = days * 86_400;
            var first = new Story(
                    story.seed(),
                    days,
                    story.kiosks(),
                    story.activities().stream()
                            .filter(each -> each.day() * 86_400 < end)
                            .toList(),
                    story.steps().stream().filter(each -> each.second() < end).toList());
            if (isStill(first)) {
                return first;
            }
        }
        return story;
    }

    private static List<Step> steps(Story story) {
        return story.steps().stream().filter(each -> each.kind().isOptional()).toList();
    }

    private Story without(Story story, int size) {
        var shorter = story;
        for (int from = 0; from < steps(shorter).size() && tries > 0; ) {
            var optional = steps(shorter);
            var gone = optional.subList(from, Math.min(from + size, optional.size()));
            var left = new ArrayList<>(shorter.steps());
            left.removeAll(gone);
            var next = withoutEmptyDays(shorter.with(left));
            if (isStill(next)) {
                shorter = next;
            } else {
                from += size;
            }
        }
        return shorter;
    }

    /// Quiet moments stay, but not two of them with nothing between.
    private static Story withoutEmptyDays(Story story) {
        var steps = new ArrayList<Step>();
        for (var step : story.steps()) {
            boolean again = step.kind() == Kind.QUIET
                    && (steps.isEmpty() || steps.getLast().kind() == Kind.QUIET);
            if (!again) {
                steps.add(step);
            }
        }
        return steps.isEmpty() ? story : story.with(steps);
    }
}
