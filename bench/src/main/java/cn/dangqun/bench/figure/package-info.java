/// One measured figure beside its baseline and its goal: several runs, median and spread, as a table and as JSON.
@NullMarked
package cn.dangqun.bench.figure;

import org.jspecify.annotations.NullMarked;
