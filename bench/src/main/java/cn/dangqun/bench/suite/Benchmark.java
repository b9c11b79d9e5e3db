package cn.dangqun.bench.suite;

import java.util.List;

/// One benchmark, a program of its own. `brief`: arguments of the form that takes a minute or two; `whole`: of the one
/// that takes as long as it takes; `heap`: as `-Xmx` says it.
record Benchmark(String name, String what, String program, List<String> brief, List<String> whole, String heap) {}
