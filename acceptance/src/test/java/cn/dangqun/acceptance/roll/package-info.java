/// The roll that kiosks and street decide alike, whatever becomes of the roster and the lines: real ledgers and
/// stores on both sides, real pages, and a test that carries the messages.
@NullMarked
package cn.dangqun.acceptance.roll;

import org.jspecify.annotations.NullMarked;
