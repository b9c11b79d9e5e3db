/// 计划: which activities are to be held, entered and changed on the console, with the history of each.
@NullMarked
package cn.dangqun.server.plan;

import org.jspecify.annotations.NullMarked;
