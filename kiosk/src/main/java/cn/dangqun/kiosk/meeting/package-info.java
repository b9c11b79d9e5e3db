/// The session in the hands of duty staff: announcing the figures, agenda and ballots, steps, fees, closing.
@NullMarked
package cn.dangqun.kiosk.meeting;

import org.jspecify.annotations.NullMarked;
