/// What hangs on the wall (上墙): frames and what is put into them, who let it hang, and what shows on a day.
@NullMarked
package cn.dangqun.domain.wall;

import org.jspecify.annotations.NullMarked;
