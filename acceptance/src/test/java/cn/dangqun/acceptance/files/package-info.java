/// Every step of the program on several files, killed at its system calls (docs/files.md).
@NullMarked
package cn.dangqun.acceptance.files;

import org.jspecify.annotations.NullMarked;
