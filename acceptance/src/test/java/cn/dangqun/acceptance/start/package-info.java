/// The first minutes of somebody who has nothing but the sources.
@NullMarked
package cn.dangqun.acceptance.start;

import org.jspecify.annotations.NullMarked;
