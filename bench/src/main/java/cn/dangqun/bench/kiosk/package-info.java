/// The kiosk as people meet it: how soon it opens, how much memory it takes, how soon a tap is answered.
@NullMarked
package cn.dangqun.bench.kiosk;

import org.jspecify.annotations.NullMarked;
