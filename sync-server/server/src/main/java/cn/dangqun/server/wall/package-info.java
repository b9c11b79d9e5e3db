/// 上墙内容: what hangs on the kiosks' walls. Completeness, drafts, approval by a second person, publishing, and taking
/// down with word from every kiosk (R-005, R-012, F-32, F-37, F-38).
@NullMarked
package cn.dangqun.server.wall;

import org.jspecify.annotations.NullMarked;
