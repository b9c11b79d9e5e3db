/// What people come to a centre for, and the windows that serve them, as data.
@NullMarked
package cn.dangqun.config.catalogue;

import org.jspecify.annotations.NullMarked;
