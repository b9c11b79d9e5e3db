/// The fixed dates of the year (RULES 1.13), as reminders for branches, members and the street.
@NullMarked
package cn.dangqun.domain.calendar;

import org.jspecify.annotations.NullMarked;
