/// Resident ID cards by a certified reader with a SAM-V module on a serial line (F-02). The citizen number becomes a
/// keyed hash in here; name, address and photo are never decoded and are wiped with the buffer they came in (F-91).
@NullMarked
package cn.dangqun.devices.drivers.resident;

import org.jspecify.annotations.NullMarked;
