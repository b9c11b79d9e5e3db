/// What earlier versions left on their disks and sent over their lines, kept as they were: it opens, is brought up
/// to date, and everybody in it is counted as before.
@NullMarked
package cn.dangqun.acceptance.recorded;

import org.jspecify.annotations.NullMarked;
