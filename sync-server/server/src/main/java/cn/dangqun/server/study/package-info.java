/// 学时: what each member studied in a year against what the rules ask of them.
@NullMarked
package cn.dangqun.server.study;

import org.jspecify.annotations.NullMarked;
