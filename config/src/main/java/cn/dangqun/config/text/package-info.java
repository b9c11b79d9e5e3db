/// Text files that people edit, however their editor saved them, and words to people whatever language the terminal
/// is set to.
@NullMarked
package cn.dangqun.config.text;

import org.jspecify.annotations.NullMarked;
