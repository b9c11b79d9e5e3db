/// All benchmarks by name, each in a process of its own, and one table of what they measured.
@NullMarked
package cn.dangqun.bench.suite;

import org.jspecify.annotations.NullMarked;
