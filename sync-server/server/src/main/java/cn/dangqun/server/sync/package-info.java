/// The endpoint kiosks connect to: TLS, hello, pushes and acknowledgements, reference pages, refusals (DESIGN §5).
@NullMarked
package cn.dangqun.server.sync;

import org.jspecify.annotations.NullMarked;
