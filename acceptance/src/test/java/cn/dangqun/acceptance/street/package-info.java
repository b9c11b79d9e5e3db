/// What a street office does with a browser, from the first day on.
@NullMarked
package cn.dangqun.acceptance.street;

import org.jspecify.annotations.NullMarked;
