/// How cards are kept: each kiosk under a secret of its own, and the street under another, so that none can compute the
/// keys of another, and yet the street can turn any of them into any other without the card (F-91, decision 0017).
@NullMarked
package cn.dangqun.cards;

import org.jspecify.annotations.NullMarked;
