/// Time, order and chance of a simulated world.
@NullMarked
package cn.dangqun.simulation.world;

import org.jspecify.annotations.NullMarked;
