/// Backups that leave the machine, and the way back (docs/decisions/0018).
@NullMarked
package cn.dangqun.server.backup;

import org.jspecify.annotations.NullMarked;
