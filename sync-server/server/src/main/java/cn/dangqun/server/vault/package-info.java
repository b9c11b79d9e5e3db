/// What the street's processes share and nobody else may see: keys, one-time codes, sessions. Nothing else of the
/// server reads or writes a file, but backups.
@NullMarked
package cn.dangqun.server.vault;

import org.jspecify.annotations.NullMarked;
