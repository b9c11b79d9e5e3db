/// Sheets that offices bring, as rows of cells.
@NullMarked
package cn.dangqun.sheets;

import org.jspecify.annotations.NullMarked;
