/// How many pictures of codes our decoder reads, and how long it takes, beside plain ZXing.
@NullMarked
package cn.dangqun.bench.qr;

import org.jspecify.annotations.NullMarked;
