/// How what a street does costs more as the street grows: at one, four and sixteen times, with the exponent.
@NullMarked
package cn.dangqun.bench.growth;

import org.jspecify.annotations.NullMarked;
