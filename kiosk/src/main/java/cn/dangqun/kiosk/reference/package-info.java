/// What the street sent: roll, plan, keys, staff, wall, services; kept in a file of its own.
@NullMarked
package cn.dangqun.kiosk.reference;

import org.jspecify.annotations.NullMarked;
