package cn.dangqun.server.upkeep;

import cn.dangqun.config.settings.ServerSettings;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import java.io.PrintStream;
import java.nio.file.Path;
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
        return of(settings, clock, Path.of("/run"));
    }

    /// `run`: where the services of the machine say that they run.
    static Doctor of(ServerSettings settings, Clock clock, Path run) {
        var texts = new Texts();
        var times = new Times(clock, settings.zone(), texts);
        var street = new StreetFile(settings.data());
        var database = new DatabaseChecks(street, texts, times);
        var machine = new MachineChecks(settings, run, texts, times);
        var kiosks = new KioskChecks(street, texts, times);
        var backups = new BackupChecks(settings, street, texts, times);
        var clocks = new ClockCheck(database, kiosks, machine, texts);
        return new Doctor(
                texts,
                List.of(
                        new Check(
                                texts.get("upkeep.doctor.settings"),
                                () -> new Finding(true, texts.get("upkeep.doctor.settingsGood"))),
                        new Check(texts.get("upkeep.doctor.database"), database::pages),
                        new Check(texts.get("upkeep.doctor.pictures"), database::pictures),
                        new Check(texts.get("upkeep.doctor.copy"), database::copy),
                        new Check(texts.get("upkeep.doctor.backup"), backups::backups),
                        new Check(texts.get("upkeep.doctor.clock"), clocks::clock),
                        new Check(texts.get("upkeep.doctor.disk"), machine::disk),
                        new Check(texts.get("upkeep.doctor.files"), machine::files),
                        new Check(texts.get("upkeep.doctor.ports"), machine::ports),
                        new Check(texts.get("upkeep.doctor.certificates"), machine::certificates),
                        new Check(texts.get("upkeep.doctor.kiosks"), kiosks::kiosks),
                        new Check(texts.get("upkeep.doctor.records"), kiosks::parked),
                        new Check(texts.get("upkeep.doctor.restoration"), kiosks::restoration)));
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
