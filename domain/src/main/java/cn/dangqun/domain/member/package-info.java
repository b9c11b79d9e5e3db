/// Members, what they are to an organisation, and names that mask themselves.
@NullMarked
package cn.dangqun.domain.member;

import org.jspecify.annotations.NullMarked;
