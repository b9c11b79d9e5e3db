/// The line between two kiosks of one centre: who is at the other end is proved by the certificates that the street
/// gave to both, and every question has one answer (docs/decisions/0046). What they say is not known here.
@NullMarked
package cn.dangqun.kiosk.centre;

import org.jspecify.annotations.NullMarked;
