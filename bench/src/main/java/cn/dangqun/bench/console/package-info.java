/// Pages of the console at the size of a district, each beside the bare statements that it reads with.
@NullMarked
package cn.dangqun.bench.console;

import org.jspecify.annotations.NullMarked;
