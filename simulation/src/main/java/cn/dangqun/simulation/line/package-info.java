/// Lines of a simulated world: they carry every byte, later, cut, or not at all.
@NullMarked
package cn.dangqun.simulation.line;

import org.jspecify.annotations.NullMarked;
