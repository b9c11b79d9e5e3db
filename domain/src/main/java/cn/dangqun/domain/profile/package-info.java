/// Rule profiles with all parameters resolved, and which of them an organisation inherits.
@NullMarked
package cn.dangqun.domain.profile;

import org.jspecify.annotations.NullMarked;
