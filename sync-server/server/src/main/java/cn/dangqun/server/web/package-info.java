/// The street's console as a web server: router, layout, sessions' cookie, security headers and static files. Imports
/// no feature; features bring their [cn.dangqun.server.web.Routes].
@NullMarked
package cn.dangqun.server.web;

import org.jspecify.annotations.NullMarked;
