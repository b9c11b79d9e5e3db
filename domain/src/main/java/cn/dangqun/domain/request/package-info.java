/// 诉求 and 走访: what residents ask for and who answers for it, and visits to them.
@NullMarked
package cn.dangqun.domain.request;

import org.jspecify.annotations.NullMarked;
