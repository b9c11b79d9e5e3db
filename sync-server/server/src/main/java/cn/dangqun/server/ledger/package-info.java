/// Facts of all kiosks as they were written: taking them in, proving that none is missing or altered, and rebuilding
/// what is derived from them.
@NullMarked
package cn.dangqun.server.ledger;

import org.jspecify.annotations.NullMarked;
