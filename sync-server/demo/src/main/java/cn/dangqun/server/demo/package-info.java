/// The demonstration at the street's server: a made-up street, its walls and its logins. A module of its own, which
/// no package holds.
@NullMarked
package cn.dangqun.server.demo;

import org.jspecify.annotations.NullMarked;
