package cn.dangqun.domain.wall;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The year of an edition as people write it: `2022年10月22日通过`, `二十大修改`, `第二十次全国代表大会`. A text that names neither
/// a year nor a congress is no edition.
final class WallEdition {
    private static final int FIRST_YEAR = 1921;
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(\\d{4})(?!\\d)");
    private static final Pattern CONGRESS = Pattern.compile("([一二三四五六七八九]?十?[一二三四五六七八九十])(?:大|次(?:全国)?代表大会)");
    private static final String NUMERALS = "一二三四五六七八九";
    /// The twelfth congress; one every fifth year since
    private static final int REGULAR = 12;
    private static final int REGULAR_SINCE = 1982;

    private WallEdition() {}

    /// The latest year that is named; of a congress before the twelfth only that it was not before 1921.
    static OptionalInt year(String edition) {
        var years = YEAR.matcher(edition).results().mapToInt(each -> Integer.parseInt(each.group(1)));
        var congresses = CONGRESS.matcher(edition).results().mapToInt(each -> held(number(each.group(1))));
        var latest = IntStream.concat(years, congresses).max();
        return latest.isPresent() && latest.getAsInt() < FIRST_YEAR ? OptionalInt.empty() : latest;
    }

    private static int held(int congress) {
        return congress < REGULAR ? FIRST_YEAR : REGULAR_SINCE + 5 * (congress - REGULAR);
    }

    private static int number(String numeral) {
        int ten = numeral.indexOf('十');
        if (ten < 0) {
            return digit(numeral);
        }
        int tens = ten == 0 ? 1 : digit(numeral.substring(0, ten));
        var ones = numeral.substring(ten + 1);
        return 10 * tens + (ones.isEmpty() ? 0 : digit(ones));
    }

    private static int digit(String numeral) {
        return NUMERALS.indexOf(numeral.charAt(0)) + 1;
    }
}
