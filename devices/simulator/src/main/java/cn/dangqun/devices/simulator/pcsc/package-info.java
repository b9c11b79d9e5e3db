/// A real PC/SC service with virtual readers, for tests: pcscd as a child process, vpcd as its reader, cards spoken
/// over loopback. Needs root and the Debian packages pcscd and vsmartcard-vpcd.
@NullMarked
package cn.dangqun.devices.simulator.pcsc;

import org.jspecify.annotations.NullMarked;
