/// The member code: a short signed text on a paper card or a phone, checked without a network (DESIGN §7, F-03).
/// Making, signing and verifying it; drawing it as a QR belongs to the drivers.
@NullMarked
package cn.dangqun.domain.credential.code;

import org.jspecify.annotations.NullMarked;
