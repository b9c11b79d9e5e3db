/// Files that reference items name by their digest: pictures on the wall. What is in one never changes.
@NullMarked
package cn.dangqun.domain.content;

import org.jspecify.annotations.NullMarked;
