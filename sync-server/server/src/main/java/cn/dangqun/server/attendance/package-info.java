/// Who attended what: derived from the ledger, read by the console.
@NullMarked
package cn.dangqun.server.attendance;

import org.jspecify.annotations.NullMarked;
