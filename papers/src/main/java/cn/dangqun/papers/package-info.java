/// Papers that a meeting needs, as pages to print: A4, Chinese typography, whole names. Knows neither kiosk nor
/// street.
@NullMarked
package cn.dangqun.papers;

import org.jspecify.annotations.NullMarked;
