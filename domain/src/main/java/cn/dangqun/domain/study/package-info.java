/// Study hours and training days of one person in one calendar year, against what the person's roles demand.
@NullMarked
package cn.dangqun.domain.study;

import org.jspecify.annotations.NullMarked;
