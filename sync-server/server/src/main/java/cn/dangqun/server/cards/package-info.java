/// Under which secrets cards are kept: the street's, and one for each kiosk (F-91, decision 0017).
@NullMarked
package cn.dangqun.server.cards;

import org.jspecify.annotations.NullMarked;
