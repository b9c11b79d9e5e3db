/// Facts on disk: appended in one transaction with the projection the screens read, chained, numbered without gaps.
@NullMarked
package cn.dangqun.kiosk.ledger;

import org.jspecify.annotations.NullMarked;
