/// What the street tells its kiosks, item by item: rolls, plans, keys and staff, the wall, services and windows.
@NullMarked
package cn.dangqun.domain.reference;

import org.jspecify.annotations.NullMarked;
