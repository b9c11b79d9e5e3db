/// 来宾登记: who comes to an activity without being on its roll and shows neither card nor code, by name.
@NullMarked
package cn.dangqun.kiosk.guest;

import org.jspecify.annotations.NullMarked;
