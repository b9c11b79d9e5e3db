/// What an organisation owes in each period, and whether it was met, late or missed. Computed from activities, never
/// stored.
@NullMarked
package cn.dangqun.domain.duty;

import org.jspecify.annotations.NullMarked;
