/// Months, quarters, half-years and years as exact, ordered values on the local calendar.
@NullMarked
package cn.dangqun.domain.period;

import org.jspecify.annotations.NullMarked;
