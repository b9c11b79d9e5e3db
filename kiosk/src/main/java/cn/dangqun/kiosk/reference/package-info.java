/// What the street sent: roll, plan, keys, staff; kept in a file of its own.
@NullMarked
package cn.dangqun.kiosk.reference;

import org.jspecify.annotations.NullMarked;
