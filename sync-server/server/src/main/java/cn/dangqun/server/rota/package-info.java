/// 值班表: who is on duty at which centre and when.
@NullMarked
package cn.dangqun.server.rota;

import org.jspecify.annotations.NullMarked;
