package cn.dangqun.kiosk.ui;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

/// The order in which people look for a name on a list: by the letter of the surname as it is read in a name, then by
/// reading. The collation alone would put 单 under D and what GB/T 2312 calls rare, such as 闫 and 覃, behind 赵.
public final class NameOrder {
    private NameOrder() {}

    public static <T> Comparator<T> of(Function<T, String> name) {
        var collation = Collator.getInstance(Locale.CHINA);
        return Comparator.<T, Character>comparing(each -> PinyinInitials.first(name.apply(each)))
                .thenComparing(name, collation);
    }
}
