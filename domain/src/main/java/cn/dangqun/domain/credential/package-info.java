/// What a person shows to be recognised: a card's keyed hash, or a signed member code.
@NullMarked
package cn.dangqun.domain.credential;

import org.jspecify.annotations.NullMarked;
