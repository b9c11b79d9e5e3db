/// 党员码: the street's signing key, and cards with a member code: issued, printed, revoked, replaced (F-03, F-70). The
/// only package of the server that draws QR codes.
@NullMarked
package cn.dangqun.server.codes;

import org.jspecify.annotations.NullMarked;
