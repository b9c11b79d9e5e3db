/// Ledgers that fork, are cloned, damaged or killed while they are carried over: nobody who saw success is forgotten.
@NullMarked
package cn.dangqun.acceptance.carry;

import org.jspecify.annotations.NullMarked;
