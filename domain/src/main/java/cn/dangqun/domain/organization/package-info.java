/// Party organisations from the street committee down to the group, and the tree they form.
@NullMarked
package cn.dangqun.domain.organization;

import org.jspecify.annotations.NullMarked;
