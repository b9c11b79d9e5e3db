/// Files that only the server's own account may read: keys and secrets in the data directory. Technical; knows no
/// feature.
@NullMarked
package cn.dangqun.server.secret;

import org.jspecify.annotations.NullMarked;
