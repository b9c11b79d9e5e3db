package cn.dangqun.bench.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What somebody asks the suite for. `arguments`: of one benchmark, instead of those of its brief or whole form.
record Order(
        Path folder,
        List<Benchmark> benchmarks,
        boolean whole,
        Optional<Path> json,
        boolean profile,
        List<String> arguments) {
    /// Empty when it cannot be understood.
    static Optional<Order> of(List<String> words) {
        var rest = new ArrayList<>(words);
        boolean whole = rest.remove("--long");
        boolean profile = rest.remove("--profile");
        var json = Optional.<Path>empty();
        int option = rest.indexOf("--json");
        if (option >= 0) {
            if (option + 1 >= rest.size() || rest.get(option + 1).startsWith("--")) {
                return Optional.empty();
            }
            json = Optional.of(Path.of(rest.get(option + 1)).toAbsolutePath());
            rest.subList(option, option + 2).clear();
        }
        if (rest.isEmpty() || rest.stream().anyMatch(each -> each.startsWith("--"))) {
            return Optional.empty();
        }
        var folder = Path.of(rest.removeFirst()).toAbsolutePath();
        var to = json;
        if (rest.isEmpty()) {
            return Optional.of(new Order(folder, Catalogue.ALL, whole, to, profile, List.of()));
        }
        return Catalogue.named(rest.removeFirst())
                .filter(each -> each.takes(rest))
                .map(each -> new Order(folder, List.of(each), whole, to, profile, List.copyOf(rest)));
    }

    /// Of one of its benchmarks. Numbers that were not given are those of its form.
    List<String> argumentsOf(Benchmark benchmark) {
        var form = whole ? benchmark.whole() : benchmark.brief();
        if (arguments.size() >= form.size()) {
            return arguments.isEmpty() ? form : arguments;
        }
        return Stream.concat(arguments.stream(), form.stream().skip(arguments.size()))
                .toList();
    }
}
