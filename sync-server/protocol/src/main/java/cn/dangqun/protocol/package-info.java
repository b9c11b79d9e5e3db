/// Messages between a kiosk and the street office: framing, fact bytes and their chain, reference items.
@NullMarked
package cn.dangqun.protocol;

import org.jspecify.annotations.NullMarked;
