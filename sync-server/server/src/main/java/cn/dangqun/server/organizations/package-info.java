/// 组织: the street's tree of organisations, entered and kept on the console.
@NullMarked
package cn.dangqun.server.organizations;

import org.jspecify.annotations.NullMarked;
