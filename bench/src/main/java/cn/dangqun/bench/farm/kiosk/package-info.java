/// One kiosk of a farm: its machine, in this process or in one of its own, its disk, and what its screen said.
@NullMarked
package cn.dangqun.bench.farm.kiosk;

import org.jspecify.annotations.NullMarked;
