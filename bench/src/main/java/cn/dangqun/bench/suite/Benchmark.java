package cn.dangqun.bench.suite;

import java.util.List;
import java.util.function.Predicate;

/// One benchmark, a program of its own. `brief`: arguments of the form that takes a minute or two; `whole`: of the one
/// that takes as long as it takes, numbers all of them; `also`: one word that it understands beside them; `heap`: as
/// `-Xmx` says it.
record Benchmark(
        String name,
        String what,
        String program,
        List<String> brief,
        List<String> whole,
        Predicate<String> also,
        String heap) {
    private static final String NUMBER = "[1-9][0-9]{0,7}";

    Benchmark also(Predicate<String> word) {
        return new Benchmark(name, what, program, brief, whole, word, heap);
    }

    /// Whether it can be begun with these.
    boolean takes(List<String> arguments) {
        var words = arguments.stream().filter(each -> !each.matches(NUMBER)).toList();
        return arguments.size() - words.size() <= whole.size()
                && words.size() <= 1
                && words.stream().allMatch(also);
    }
}
