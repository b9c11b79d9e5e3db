/// SQLite files of the kiosk: opening, checking, asking, setting a damaged one aside. Knows no feature.
@NullMarked
package cn.dangqun.kiosk.db;

import org.jspecify.annotations.NullMarked;
