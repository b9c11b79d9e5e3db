/// The walls of the house: who may know whom. A failing test here means the change does not fit the house.
@NullMarked
package cn.dangqun.acceptance.house;

import org.jspecify.annotations.NullMarked;
