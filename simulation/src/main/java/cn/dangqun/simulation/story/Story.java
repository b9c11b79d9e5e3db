package cn.dangqun.simulation.story;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that happens in one simulated street, drawn before anything starts. `seed` also decides what no story
/// tells: delays, and the order of what happens at one moment.
public record Story(long seed, int days, int kiosks, List<Planned> activities, List<Step> steps) {
    public Story {
        activities = List.copyOf(activities);
        steps = List.copyOf(steps);
    }

    /// What a branch has planned, on day `day` (from 0) at `hour`, with the other branch of its community if `joint`.
    public record Planned(int day, int hour, int branch, boolean joint) {
        String text(int number) {
            return "activity %d: day %d, %02d:00, branch %d%s"
                    .formatted(number, day + 1, hour, branch, joint ? " with its neighbour" : "");
        }
    }

    public Story with(List<Step> others) {
        return new Story(seed, days, kiosks, activities, others);
    }

    public String text() {
        var head = "seed %d: %d kiosks, %d days".formatted(seed, kiosks, days);
        var plans = java.util.stream.IntStream.range(0, activities.size())
                .mapToObj(i -> activities.get(i).text(i));
        return Stream.concat(
                        Stream.concat(Stream.of(head), plans), steps.stream().map(Step::text))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
