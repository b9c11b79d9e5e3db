/// 三册四簿: seven books of each branch and year, each a view of what was recorded once (R-160, R-161, RULES 1.11), on
/// screen, as a workbook and on paper with cover and box labels; what a book lacks, and the year's closing
/// (R-166, OQ-39).
@NullMarked
package cn.dangqun.server.books;

import org.jspecify.annotations.NullMarked;
