/// Typed settings of the processes, read from TOML with all faults reported together.
@NullMarked
package cn.dangqun.config.settings;

import org.jspecify.annotations.NullMarked;
