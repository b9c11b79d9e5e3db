/// The processes of an acceptance test: server, kiosk, display, browser; started, read, killed and ended.
@NullMarked
package cn.dangqun.acceptance.process;

import org.jspecify.annotations.NullMarked;
