/// A street and its kiosks as they are in production, on one thread, in a time of their own, from one seed: what people
/// do, what goes wrong, and whether everybody who was told so is counted (DESIGN §12).
@NullMarked
package cn.dangqun.simulation;

import org.jspecify.annotations.NullMarked;
