/// The words of the street's pages, kept apart from code so that they can be read and corrected as one sheet.
@NullMarked
package cn.dangqun.server.text;

import org.jspecify.annotations.NullMarked;
