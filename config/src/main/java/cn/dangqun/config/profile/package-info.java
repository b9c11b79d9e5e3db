/// Rule profiles as data: the shipped ones, their inheritance and parameters, and the check a street office can read.
@NullMarked
package cn.dangqun.config.profile;

import org.jspecify.annotations.NullMarked;
