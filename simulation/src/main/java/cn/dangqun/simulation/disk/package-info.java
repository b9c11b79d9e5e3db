/// Disks of a simulated world: directories in memory that lose and tear what was not written to the end.
@NullMarked
package cn.dangqun.simulation.disk;

import org.jspecify.annotations.NullMarked;
