/// Reads what stands on the console's pages, as a person at the street does.
@NullMarked
package cn.dangqun.bench.page;

import org.jspecify.annotations.NullMarked;
