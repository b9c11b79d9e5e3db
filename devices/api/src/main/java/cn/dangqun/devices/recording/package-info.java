/// Records what a real device says into a small text file that anybody may read: people are scrubbed out before the
/// file is written. The simulator plays such files back to the driver in tests.
@NullMarked
package cn.dangqun.devices.recording;

import org.jspecify.annotations.NullMarked;
