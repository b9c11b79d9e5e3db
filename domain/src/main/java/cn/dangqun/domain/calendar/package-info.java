/// The fixed dates of the year (RULES 1.13), as reminders for branches, members and the street; holidays, and the days
/// that make up for them.
@NullMarked
package cn.dangqun.domain.calendar;

import org.jspecify.annotations.NullMarked;
