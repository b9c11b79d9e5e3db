/// The wall catalogue and the official texts that come with the product, as data, and the check that a street's own
/// catalogue goes through.
@NullMarked
package cn.dangqun.config.wall;

import org.jspecify.annotations.NullMarked;
