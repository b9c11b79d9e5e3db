/// From a presented card or code to a person on the local roster.
@NullMarked
package cn.dangqun.kiosk.identify;

import org.jspecify.annotations.NullMarked;
