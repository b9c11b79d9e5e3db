/// The connection to the street: facts up, reference down, and what staff see of it.
@NullMarked
package cn.dangqun.kiosk.sync;

import org.jspecify.annotations.NullMarked;
