/// Reads JSON so that every fault is found at once and named with its place.
@NullMarked
package cn.dangqun.config.profile.json;

import org.jspecify.annotations.NullMarked;
