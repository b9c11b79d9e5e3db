/// 组织生活规则: which profile an organisation goes by from which day, with its own parameters, and what it owes by it.
@NullMarked
package cn.dangqun.server.rules;

import org.jspecify.annotations.NullMarked;
