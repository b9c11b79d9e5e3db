package cn.dangqun.server.upkeep;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;

/// Looks at what a street's server stands on, and says one line for each thing. Changes nothing, and works beside the
/// server or without it.
public final class Doctor {
    private final Texts texts;
    private final List<Check> checks;

    Doctor(Texts texts, List<Check> checks) {
        this.texts = texts;
        this.checks = List.copyOf(checks);
    }

    public static Doctor of(ServerSettings settings, Clock clock) {
        var texts = new Texts();
        var times = new Times(clock, settings.zone(), texts);
        var database = new DatabaseChecks(settings.data(), texts, times);
        var machine = new MachineChecks(settings, texts, times);
        return new Doctor(
                texts,
                List.of(
                        new Check(texts.get("upkeep.doctor.database"), database::pages),
                        new Check(texts.get("upkeep.doctor.copy"), database::copy),
                        new Check(texts.get("upkeep.doctor.clock"), database::clock),
                        new Check(texts.get("upkeep.doctor.disk"), machine::disk),
                        new Check(texts.get("upkeep.doctor.ports"), machine::ports),
                        new Check(texts.get("upkeep.doctor.certificates"), machine::certificates)));
    }

    /// One thing to look at, by its name for people.
    record Check(String name, Look look) {}

    /// Blocks. What it throws is a finding too.
    interface Look {
        Finding now() throws Exception;
    }

    record Finding(boolean well, String words) {}

    /// True when all is well.
    public boolean look(PrintStream out) {
        boolean well = true;
        for (var each : checks) {
            var finding = finding(each);
            well &= finding.well();
            out.println(
                    finding.well()
                            ? texts.get("upkeep.doctor.well", each.name(), finding.words())
                            : texts.get("upkeep.doctor.wrong", each.name(), finding.words()));
        }
        return well;
    }

    /// The top of this command: what a look could not foresee is said in its line, and the next look follows.
    private Finding finding(Check check) {
        try {
            return check.look().now();
        } catch (Exception e) {
            return new Finding(false, texts.get("upkeep.doctor.unforeseen", e.toString()));
        }
    }
}
