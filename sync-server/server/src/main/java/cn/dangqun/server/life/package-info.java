/// 组织生活: what organisations owe in a year and what of it was done, computed from what was recorded.
@NullMarked
package cn.dangqun.server.life;

import org.jspecify.annotations.NullMarked;
