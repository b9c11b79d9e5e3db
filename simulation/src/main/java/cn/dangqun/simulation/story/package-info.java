/// What happens in a simulated street, drawn from a seed before anything starts.
@NullMarked
package cn.dangqun.simulation.story;

import org.jspecify.annotations.NullMarked;
