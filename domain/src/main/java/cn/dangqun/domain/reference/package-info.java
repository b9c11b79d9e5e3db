/// What the street tells its kiosks: rolls, plans, keys and staff, item by item.
@NullMarked
package cn.dangqun.domain.reference;

import org.jspecify.annotations.NullMarked;
