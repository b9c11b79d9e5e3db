/// 诉求与走访: what residents ask for, who answers for it, and visits to them. What is read
/// openly names nobody; names, phones and words are sealed, shown to whoever handles them and forgotten in time.
@NullMarked
package cn.dangqun.server.contact;

import org.jspecify.annotations.NullMarked;
