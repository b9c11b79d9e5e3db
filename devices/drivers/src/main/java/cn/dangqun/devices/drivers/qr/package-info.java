/// QR codes: one decoder for stills and camera frames, and the drawing of codes for paper. ZXing first, BoofCV where it
/// fails, one rule for the character set of both.
@NullMarked
package cn.dangqun.devices.drivers.qr;

import org.jspecify.annotations.NullMarked;
