/// 服务中心: the places where kiosks stand.
@NullMarked
package cn.dangqun.server.sites;

import org.jspecify.annotations.NullMarked;
