/// 诉求: filed at the kiosk with a receipt, looked up by its number without a login, and rated once it is closed
/// (R-140, R-145, R-146, R-195, decision 0047).
@NullMarked
package cn.dangqun.kiosk.request;

import org.jspecify.annotations.NullMarked;
