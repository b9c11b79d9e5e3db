/// Files that reference items name: kept on this disk, checked whenever they are read, and thrown away when nothing
/// names them.
@NullMarked
package cn.dangqun.kiosk.content;

import org.jspecify.annotations.NullMarked;
