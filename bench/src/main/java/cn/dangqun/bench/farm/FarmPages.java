package cn.dangqun.bench.farm;

import cn.dangqun.bench.page.ConsoleReader;
import cn.dangqun.bench.page.ConsoleReader.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Holds what screens said against the figures that a person reads at the street, activity by activity: on the page
/// and in the exported table.
record FarmPages(FarmPlan plan, ConsoleReader reader) {
    /// 实到 of every activity, as its page says.
    Map<String, Integer> present() throws IOException, InterruptedException {
        var present = new TreeMap<String, Integer>();
        for (int site = 0; site < plan.sites(); site++) {
            var activity = FarmStreet.activity(site).value();
            present.put(activity, reader.figures(activity).present());
        }
        return present;
    }

    /// Every figure that is not what it must be; `in` are the ids of all who must be counted.
    List<String> wrong(Set<String> in) throws IOException, InterruptedException {
        var wrong = new ArrayList<String>();
        for (int site = 0; site < plan.sites(); site++) {
            var activity = FarmStreet.activity(site).value();
            var people = FarmStreet.peopleOf(plan, site);
            int present = (int) people.stream()
                    .filter(person -> in.contains(person.member().value()))
                    .count();
            compare(wrong, activity + " page", reader.figures(activity), people.size(), present);
            compare(wrong, activity + " export", reader.exported(activity), people.size(), present);
        }
        return wrong;
    }

    private static void compare(List<String> wrong, String where, Figures read, int due, int present) {
        if (read.due() != due || read.present() != present) {
            wrong.add("%s: 应到 %d 实到 %d, must be %d and %d".formatted(where, read.due(), read.present(), due, present));
        }
    }
}
