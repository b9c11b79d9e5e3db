/// Whether a meeting may vote and what passes: thresholds in whole numbers, counted against 应到.
@NullMarked
package cn.dangqun.domain.quorum;

import org.jspecify.annotations.NullMarked;
