/// Contactless cards by PC/SC: ordinary cards by full UID, resident ID cards by chip serial (F-01, F-02, F-73).
@NullMarked
package cn.dangqun.devices.drivers.pcsc;

import org.jspecify.annotations.NullMarked;
