/// What kiosk and server need alike to keep things on disk: what happens when something breaks that must not.
/// Technical; knows no feature, and nothing else of this house.
@NullMarked
package cn.dangqun.store;

import org.jspecify.annotations.NullMarked;
