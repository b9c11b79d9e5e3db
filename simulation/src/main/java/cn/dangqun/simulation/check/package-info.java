/// What was promised, and whether it is kept.
@NullMarked
package cn.dangqun.simulation.check;

import org.jspecify.annotations.NullMarked;
