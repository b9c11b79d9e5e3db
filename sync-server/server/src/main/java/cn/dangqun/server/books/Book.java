package cn.dangqun.server.books;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The seven books of a branch in their order on the shelf. Their titles are texts, since sources differ in how
/// they are written.
enum Book {
    /// 党员基本信息名册
    MEMBERS,
    /// 入党积极分子和发展对象名册
    ACTIVISTS,
    /// 特殊群体党员名册
    SPECIAL,
    /// 支部学习工作记录簿
    STUDY,
    /// 支部组织生活纪实簿
    LIFE,
    /// 联系服务群众记录簿
    CONTACT,
    /// 党费收缴使用账簿, for those who may see fees
    FEES;

    /// As in addresses.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Book> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /// Whether its names are for those who may see amounts, in full and at addresses of their own.
    boolean isOfFees() {
        return this == FEES;
    }
}
