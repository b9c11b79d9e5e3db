package cn.dangqun.simulation.story;

import cn.dangqun.simulation.machine.Ground;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Everything that happens in one simulated street, drawn before anything starts. `seed` also decides what no story
/// tells: delays, and the order of what happens at one moment.
public record Story(long seed, int days, int kiosks, List<Planned> activities, List<Step> steps) {
    private static final Pattern HEAD = Pattern.compile("seed (-?\\d{1,19}): (\\d) kiosks?, (\\d{1,3}) days?");

    private static final String REMARK = "# ";

    /// What a reader has to know, line by line.
    public static final List<String> LEGEND = List.of(
            "Kiosks are counted from 1; kiosks 1 and 2 stand in the centre of branches 0 and 1, kiosks 3 and 4 in that of"
                    + " branches 2 and 3. Activities, branches and people have numbers from 0 on, guests from 32 on.",
            "What stands behind an arrow is the answer, in the words of the screen or the page; behind two, one after the"
                    + " other. Without an arrow nobody was answered: the machine was off, or its power went.",
            "签到成功: you are checked in; 您已签到: you were already; 没有保存成功: nothing was saved, come again;"
                    + " 请选择活动: choose an activity; 已撤销: taken back. 实到: those who count as present; 补录: entered"
                    + " later by staff; 复核: the street's review; 来宾: guests.",
            "Where people sign, only who has signed is 实到. A roll is the list of who is due; from the first check-in on it"
                    + " is frozen. A checked copy is a backup that the street has read and found good, and kiosks need not"
                    + " keep for long what is in it.",
            "A clone is a second machine with a copy of a kiosk's disk. A new machine begins with an empty disk. What takes"
                    + " the place of a disk is the last copy that somebody made of it, not a checked one.",
            "预约成功: a place is kept for you; 报到成功: you have come for it, and here is your number; 已登记: what you"
                    + " asked for is written down and somebody answers for it. Times that are still free are counted from"
                    + " the next one on.");

    public Story {
        activities = List.copyOf(activities);
        steps = List.copyOf(steps);
    }

    /// What a branch has planned, on day `day` (from 0) at `hour`, with the other branch of its community if `joint`.
    /// `signs`: a members' meeting, where only who has signed is 实到.
    public record Planned(int day, int hour, int branch, boolean joint, boolean signs) {
        private static final Pattern FORM = Pattern.compile("activity \\d{1,3}: day (\\d{1,3}), (\\d{2}):00,"
                + " branch (\\d)( together with branch \\d)?( where people sign)?");

        String text(int number) {
            return "activity %d: day %d, %02d:00, branch %d%s%s"
                    .formatted(
                            number,
                            day + 1,
                            hour,
                            branch,
                            joint ? " together with branch " + (branch ^ 1) : "",
                            signs ? " where people sign" : "");
        }

        static Planned parse(String line) {
            var form = FORM.matcher(line);
            if (!form.matches()) {
                throw new IllegalArgumentException("this is no activity: " + line);
            }
            return new Planned(
                    Integer.parseInt(form.group(1)) - 1,
                    Integer.parseInt(form.group(2)),
                    Integer.parseInt(form.group(3)),
                    form.group(4) != null,
                    form.group(5) != null);
        }
    }

    public Story with(List<Step> others) {
        return new Story(seed, days, kiosks, activities, others);
    }

    public String text() {
        return told(Step::text);
    }

    /// The same with what screens answered, by the number of the step.
    public String text(Map<Integer, List<String>> answers) {
        var numbers = numbers();
        return told(step -> Stream.concat(
                        Stream.of(step.text()), answers.getOrDefault(numbers.get(step), List.of()).stream())
                .collect(Collectors.joining(" → ")));
    }

    /// The place of a step among all; two may be alike.
    public int number(Step step) {
        return numbers().getOrDefault(step, -1);
    }

    private Map<Step, Integer> numbers() {
        var numbers = new IdentityHashMap<Step, Integer>();
        for (int i = 0; i < steps.size(); i++) {
            numbers.put(steps.get(i), i);
        }
        return numbers;
    }

    /// What [#parse] reads, below what a reader has to know.
    public String explained() {
        return LEGEND.stream().map(line -> REMARK + line + "\n").collect(Collectors.joining()) + lines();
    }

    /// What [#parse] reads.
    public String lines() {
        return told(Step::line);
    }

    private String told(Function<Step, String> word) {
        var head = "seed %d: %s, %s".formatted(seed, Step.many(kiosks, "kiosk"), Step.many(days, "day"));
        var plans = IntStream.range(0, activities.size())
                .mapToObj(i -> activities.get(i).text(i));
        return Stream.concat(
                        Stream.concat(Stream.of(head), plans), steps.stream().map(word))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /// @throws IllegalArgumentException when it is no story
    public static Story parse(String text) {
        var lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(REMARK))
                .toList();
        var head = HEAD.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!head.matches()) {
            throw new IllegalArgumentException("this is no story of a simulation");
        }
        return checked(new Story(
                Long.parseLong(head.group(1)),
                Integer.parseInt(head.group(3)),
                Integer.parseInt(head.group(2)),
                lines.stream()
                        .filter(line -> line.startsWith("activity "))
                        .map(Planned::parse)
                        .toList(),
                lines.stream()
                        .skip(1)
                        .filter(line -> !line.startsWith("activity "))
                        .map(Step::parse)
                        .toList()));
    }

    /// Nothing is compared before an evening.
    private static Story checked(Story story) {
        if (story.steps.isEmpty() || story.steps.getLast().kind() != Kind.QUIET) {
            throw new IllegalArgumentException("the last step is not QUIET: nothing would be compared");
        }
        if (story.kiosks < 1 || story.kiosks > Ground.KIOSKS) {
            throw new IllegalArgumentException("there are 1 to " + Ground.KIOSKS + " kiosks, not " + story.kiosks);
        }
        for (var step : story.steps) {
            boolean known = step.kiosk() >= 0
                    && step.kiosk() < story.kiosks
                    && step.activity() >= 0
                    && (step.activity() == 0 || step.activity() < story.activities.size())
                    && step.person() >= 0
                    && step.person() < Ground.PEOPLE + Ground.GUESTS;
            if (!known) {
                throw new IllegalArgumentException("there is no such kiosk, person or activity: " + step.line());
            }
        }
        return story;
    }
}
