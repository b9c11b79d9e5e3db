/// What goes wrong on a farm, drawn from a seed before anything starts: places and counts of people, never times.
@NullMarked
package cn.dangqun.bench.farm.story;

import org.jspecify.annotations.NullMarked;
