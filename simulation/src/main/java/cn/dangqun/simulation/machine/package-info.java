/// The machines of a simulated world: kiosks and a street, as they are in production.
@NullMarked
package cn.dangqun.simulation.machine;

import org.jspecify.annotations.NullMarked;
