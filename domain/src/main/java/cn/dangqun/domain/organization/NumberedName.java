package cn.dangqun.domain.organization;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A name whose numbers compare as numbers: 第二党支部 before 第十党支部, 2 号楼 before 10 号楼.
public final class NumberedName {
    private static final String NUMERALS = "零〇一二三四五六七八九十百";
    private static final Pattern NUMBER = Pattern.compile(
            "[0-9０-９]{1,9}|(?<=第)[" + NUMERALS + "]+|[" + NUMERALS + "]+(?=社区|村|党?支部|党?小组|党总支|号|组|区|栋)");

    private NumberedName() {}

    /// What to sort by in place of `name`.
    public static String key(String name) {
        return NUMBER.matcher(name).replaceAll(each -> "%09d".formatted(value(each)));
    }

    private static int value(MatchResult found) {
        var digits = found.group();
        if (Character.digit(digits.charAt(0), 10) >= 0) {
            return digits.chars().map(each -> Character.digit(each, 10)).reduce(0, (all, each) -> 10 * all + each);
        }
        int all = 0;
        int open = 0;
        for (int at = 0; at < digits.length(); at++) {
            char each = digits.charAt(at);
            int unit = each == '百' ? 100 : each == '十' ? 10 : 1;
            if (unit == 1) {
                // 二〇一 is read digit by digit, 二十一 by places
                open = 10 * open + Math.max(0, "零一二三四五六七八九".indexOf(each));
            } else {
                all += Math.max(1, open) * unit;
                open = 0;
            }
        }
        return all + open;
    }
}
