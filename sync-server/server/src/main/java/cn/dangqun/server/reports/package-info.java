/// 报表: what was recorded once, put together for whoever reads upward: month, half-year and year (R-162, RULES
/// 1.14), the way of a month's report, and the gaps of each branch for the district's inspection.
@NullMarked
package cn.dangqun.server.reports;

import org.jspecify.annotations.NullMarked;
