/// What every verdict cites: the profile it was computed with, and the rule the number comes from.
@NullMarked
package cn.dangqun.domain.rule;

import org.jspecify.annotations.NullMarked;
