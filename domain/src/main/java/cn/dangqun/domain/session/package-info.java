/// How a session went, from what was recorded of it: figures announced, agenda, ballots, steps, fees, closing.
/// Kiosk and street fold the same facts by the same code.
@NullMarked
package cn.dangqun.domain.session;

import org.jspecify.annotations.NullMarked;
