/// Evaluates cases of organisation life with a profile and compares them with what was expected: `rules eval`.
@NullMarked
package cn.dangqun.config.profile.cases;

import org.jspecify.annotations.NullMarked;
