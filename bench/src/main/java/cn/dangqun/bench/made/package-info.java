/// Made-up streets, facts and sheets of any size, the same every time, that benchmarks share.
@NullMarked
package cn.dangqun.bench.made;

import org.jspecify.annotations.NullMarked;
