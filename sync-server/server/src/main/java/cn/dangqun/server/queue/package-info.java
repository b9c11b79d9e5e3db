/// The queues of the centres, as their kiosks report them. Numbers only: nobody knows whose.
@NullMarked
package cn.dangqun.server.queue;

import org.jspecify.annotations.NullMarked;
