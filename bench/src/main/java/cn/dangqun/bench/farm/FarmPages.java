package cn.dangqun.bench.farm;

import cn.dangqun.bench.page.ConsoleReader;
import cn.dangqun.bench.page.ConsoleReader.Figures;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Holds what screens said against the figures that a person reads at the street, activity by activity: on the page
/// and in the exported table.
record FarmPages(FarmPlan plan, ConsoleReader reader) {
    static FarmPages open(FarmPlan plan, FarmStreet street, URI console) throws IOException, InterruptedException {
        var who = street.reader();
        return new FarmPages(plan, ConsoleReader.signIn(console, who.login(), who.password()));
    }

    /// Every figure that is not what was said; `told` are the ids of all who were told that they are in.
    List<String> wrong(Set<String> told) throws IOException, InterruptedException {
        var wrong = new ArrayList<String>();
        for (int site = 0; site < plan.sites(); site++) {
            var activity = FarmStreet.activity(site).value();
            var people = FarmStreet.peopleOf(plan, site);
            int present = (int) people.stream()
                    .filter(person -> told.contains(person.member().value()))
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
