/// The street's server as a process: its object graph and its command line.
@NullMarked
package cn.dangqun.server;

import org.jspecify.annotations.NullMarked;
