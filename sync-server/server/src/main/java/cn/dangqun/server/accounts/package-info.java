/// Who may use the console: accounts, passwords, sessions, lock-out, and the record of who came and went.
@NullMarked
package cn.dangqun.server.accounts;

import org.jspecify.annotations.NullMarked;
