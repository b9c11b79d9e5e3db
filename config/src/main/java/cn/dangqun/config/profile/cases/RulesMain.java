package cn.dangqun.config.profile.cases;

import cn.dangqun.config.profile.ProfileLibrary;
import cn.dangqun.config.profile.ProfileReading;
import cn.dangqun.config.profile.json.Fault;
import cn.dangqun.config.profile.json.JsonText;
import cn.dangqun.config.profile.json.Params;
import cn.dangqun.config.profile.json.UnreadableException;
import cn.dangqun.config.profile.json.Wording;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `rules eval [--why] FILE…` evaluates cases, one line of JSON each; `rules check PROFILE…` validates profiles.
/// Exit code 0: all agree, all usable; 1: a difference, a faulty profile; 2: something unreadable, with its place
/// on stderr.
public final class RulesMain {
    private static final int AGREE = 0;
    private static final int DIFFER = 1;
    private static final int UNREADABLE = 2;

    private final PrintStream out;
    private final PrintStream err;

    RulesMain(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        var err = utf8(FileDescriptor.err);
        try {
            System.exit(new RulesMain(utf8(FileDescriptor.out), err).run(args));
        } catch (RuntimeException broken) {
            // a defect of this program must not look like a difference in somebody's cases
            broken.printStackTrace(err);
            System.exit(UNREADABLE);
        }
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    int run(String... args) {
        var rest = args.length < 2 ? List.<String>of() : Arrays.asList(args).subList(1, args.length);
        var command = args.length == 0 ? "" : args[0];
        boolean why = rest.contains("--why");
        var names = rest.stream().filter(each -> !each.equals("--why")).toList();
        if (command.equals("eval") && !names.isEmpty()) {
            return names.stream()
                    .mapToInt(file -> eval(Path.of(file), why))
                    .max()
                    .orElse(AGREE);
        }
        if (command.equals("check")) {
            return check(names);
        }
        err.println(Wording.say("command.usage"));
        return UNREADABLE;
    }

    private int eval(Path file, boolean why) {
        try {
            var cases = new CaseFile(ProfileLibrary.shipped(), JsonText.read(file));
            cases.faults().forEach(fault -> err.println(file + "：" + fault));
            cases.results().forEach(result -> print(file, result, why));
            return summary(file, cases);
        } catch (UnreadableException unreadable) {
            err.println(file + "：" + unreadable.getMessage());
            return UNREADABLE;
        }
    }

    private void print(Path file, CaseResult result, boolean why) {
        switch (result) {
            case CaseResult.Malformed malformed ->
                malformed
                        .faults()
                        .forEach(fault -> err.println(
                                Wording.say("command.malformed", "file", file, "id", malformed.id(), "fault", fault)));
            case CaseResult.Evaluated evaluated ->
                out.println(JsonText.MAPPER.writeValueAsString(line(evaluated, why)));
        }
    }

    private static ObjectNode line(CaseResult.Evaluated evaluated, boolean why) {
        var computed = evaluated.computed();
        var line = JsonText.MAPPER.createObjectNode();
        line.put("id", evaluated.id());
        line.put("profile", computed.profile().name());
        line.put("version", computed.profile().version());
        line.set(
                "computed",
                evaluated.comparison().map(Comparison.Outcome::shown).orElseGet(computed::usual));
        evaluated.comparison().ifPresent(comparison -> {
            line.put("agrees", comparison.differences().isEmpty());
            if (!comparison.differences().isEmpty()) {
                var list = line.putArray("differences");
                comparison.differences().forEach(each -> list.add(difference(each)));
            }
        });
        if (why) {
            var list = line.putArray("why");
            computed.why().forEach(list::add);
        }
        return line;
    }

    private static ObjectNode difference(Comparison.Difference difference) {
        var node = JsonText.MAPPER.createObjectNode();
        node.put("at", difference.at());
        node.set("expected", difference.expected().orElseGet(JsonText.MAPPER::nullNode));
        node.set("computed", difference.computed().orElseGet(JsonText.MAPPER::nullNode));
        return node;
    }

    private int summary(Path file, CaseFile cases) {
        int malformed = 0;
        int differing = 0;
        for (var result : cases.results()) {
            switch (result) {
                case CaseResult.Malformed ignored -> malformed++;
                case CaseResult.Evaluated evaluated -> differing += evaluated.differs() ? 1 : 0;
            }
        }
        err.println(Wording.say(
                "command.summary",
                "file",
                file,
                "cases",
                cases.results().size(),
                "differing",
                differing,
                "malformed",
                malformed));
        if (malformed > 0 || !cases.faults().isEmpty()) {
            return UNREADABLE;
        }
        return differing > 0 ? DIFFER : AGREE;
    }

    /// Names of shipped profiles or files, which may extend each other; without any, all shipped profiles.
    private int check(List<String> names) {
        var library = ProfileLibrary.shipped();
        var profiles = new ArrayList<String>();
        int worst = AGREE;
        for (var name : names) {
            if (library.names().contains(name) && !Files.exists(Path.of(name))) {
                profiles.add(name);
                continue;
            }
            try {
                var document = JsonText.read(Path.of(name));
                profiles.add(nameIn(document, name));
                library = library.with(profiles.getLast(), document);
            } catch (UnreadableException unreadable) {
                err.println(name + "：" + unreadable.getMessage());
                worst = UNREADABLE;
            }
        }
        var readable = library;
        var all = names.isEmpty() ? readable.names().stream().sorted().toList() : profiles;
        return Math.max(
                worst,
                all.stream().mapToInt(each -> check(readable, each)).max().orElse(AGREE));
    }

    private static String nameIn(JsonNode document, String file) {
        return document.path("name").asString(file);
    }

    private int check(ProfileLibrary library, String name) {
        return switch (library.read(name, Params.none())) {
            case ProfileReading.Accepted accepted -> {
                out.println(Wording.say(
                        "command.usable", "profile", accepted.profile().ref()));
                accepted.advice().forEach(advice -> out.println(Wording.say("command.advice", "advice", advice)));
                yield AGREE;
            }
            case ProfileReading.Refused refused -> {
                out.println(Wording.say(
                        "command.refused",
                        "profile",
                        name,
                        "count",
                        refused.faults().size()));
                refused.faults().stream().map(Fault::toString).forEach(fault -> out.println("  " + fault));
                yield DIFFER;
            }
        };
    }
}
