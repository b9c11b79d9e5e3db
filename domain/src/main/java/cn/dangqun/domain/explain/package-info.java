/// Says in Chinese why a verdict came out as it did, from the very data that computed it.
@NullMarked
package cn.dangqun.domain.explain;

import org.jspecify.annotations.NullMarked;
