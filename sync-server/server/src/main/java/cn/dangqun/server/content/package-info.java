/// Content files: pictures that people bring, drawn anew in a process of their own, kept by their digest, and sent to
/// the kiosks that hold an item which names them.
@NullMarked
package cn.dangqun.server.content;

import org.jspecify.annotations.NullMarked;
