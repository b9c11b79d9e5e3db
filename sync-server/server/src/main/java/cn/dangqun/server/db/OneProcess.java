package cn.dangqun.server.db;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Holds something in memory that another process of the same street would not see. Says what, and why that is
/// right or what several processes use instead (docs/decisions/0015). Nothing holds anything without saying so.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface OneProcess {
    String value();
}
