/// 隐私说明
@NullMarked
package cn.dangqun.kiosk.privacy;

import org.jspecify.annotations.NullMarked;
