/// The street's database: opening, migrating, many readers, one writer that groups commits, and word of what changed.
/// Technical; knows no feature.
@NullMarked
package cn.dangqun.server.db;

import org.jspecify.annotations.NullMarked;
