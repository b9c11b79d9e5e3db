/// What the street publishes to its kiosks: numbered changes, each in the scope of the kiosks that need it.
@NullMarked
package cn.dangqun.server.reference;

import org.jspecify.annotations.NullMarked;
