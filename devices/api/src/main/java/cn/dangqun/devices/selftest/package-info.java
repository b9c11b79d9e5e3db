/// The self-test of a kiosk (F-77): one list of probes for the staff page and for the command line. Texts are keys of
/// the bundle `texts` beside this package; whoever shows them resolves them.
@NullMarked
package cn.dangqun.devices.selftest;

import org.jspecify.annotations.NullMarked;
