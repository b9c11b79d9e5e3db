/// The roll of an activity as duty staff work with it: who is here, who has leave, who is missing, and what they record
/// for others.
@NullMarked
package cn.dangqun.kiosk.roll;

import org.jspecify.annotations.NullMarked;
