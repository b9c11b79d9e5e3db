/// Whether what the street's server stands on is well: looked at while it works, and by `doctor`.
@NullMarked
package cn.dangqun.server.upkeep;

import org.jspecify.annotations.NullMarked;
