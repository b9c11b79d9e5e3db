/// 待处理记录: facts that were set aside and ledgers that do not fit, until somebody has seen to them.
@NullMarked
package cn.dangqun.server.review;

import org.jspecify.annotations.NullMarked;
