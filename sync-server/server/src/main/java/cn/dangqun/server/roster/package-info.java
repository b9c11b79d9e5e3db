/// 名册: members with where they belonged and when, what the books say of them, and the history of each entry.
@NullMarked
package cn.dangqun.server.roster;

import org.jspecify.annotations.NullMarked;
