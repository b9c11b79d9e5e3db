/// A made-up street to try the product with: nobody in it exists, and every run makes the same one.
@NullMarked
package cn.dangqun.config.demo;

import org.jspecify.annotations.NullMarked;
