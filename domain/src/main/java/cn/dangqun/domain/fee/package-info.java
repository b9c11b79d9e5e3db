/// 党费: what a member owes month by month, what was paid, and since when something is missing. Amounts
/// are the street's; nothing here is ever sent to a kiosk.
@NullMarked
package cn.dangqun.domain.fee;

import org.jspecify.annotations.NullMarked;
