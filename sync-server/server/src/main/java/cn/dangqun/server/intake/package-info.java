/// 名册导入: rosters from files, compared with the roster, looked at by a person and then applied.
@NullMarked
package cn.dangqun.server.intake;

import org.jspecify.annotations.NullMarked;
