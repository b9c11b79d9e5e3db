/// The street's kiosks: how one is enrolled, which certificates it may use, how it fares, and how it is revoked.
@NullMarked
package cn.dangqun.server.kiosks;

import org.jspecify.annotations.NullMarked;
