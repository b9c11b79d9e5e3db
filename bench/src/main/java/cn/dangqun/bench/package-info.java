/// Benchmarks: each measures ours against a reference side by side in one run, since numbers of one machine alone prove
/// nothing.
@NullMarked
package cn.dangqun.bench;

import org.jspecify.annotations.NullMarked;
