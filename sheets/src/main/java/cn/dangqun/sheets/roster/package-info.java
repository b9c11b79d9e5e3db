/// Rosters as offices keep them in sheets.
@NullMarked
package cn.dangqun.sheets.roster;

import org.jspecify.annotations.NullMarked;
