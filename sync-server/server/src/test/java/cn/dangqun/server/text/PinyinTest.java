package cn.dangqun.server.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// F-89: how names are read, surnames first.
class PinyinTest {
    private final Pinyin pinyin = new Pinyin();

    @ParameterizedTest
    @CsvSource({
        "张样例, zhang yang li",
        "欧阳样例, ou yang yang li",
        "单样例, shan yang li",
        "曾样例, zeng yang li",
        "朴样例, piao yang li",
        "缪样例, miao yang li",
        "覃样例, qin yang li",
        "黑样例, he yang li",
        "吕样例, lv yang li",
        "阿依·样例, a yi yang li"
    })
    void readsNames(String name, String read) {
        assertEquals(read, pinyin.syllables(name));
    }

    @Test
    void findsByNameGivenNamePinyinAndInitials() {
        var words = pinyin.words("欧阳·样例");

        for (var word : new String[] {"欧阳样例", "阳样例", "样例", "ouyangyangli", "oyyl"}) {
            assertTrue(words.contains(word), word + " of " + words);
        }
        assertEquals("欧阳样例", Pinyin.plain(" 欧阳 · 样例"));
        assertEquals("欧阳样例", Pinyin.plain("欧阳\u3000样\u200B例"));
    }

    @Test
    void keepsCharactersThatNobodyHasARereadingOf() {
        assertTrue(pinyin.words("𬺈样").stream().anyMatch(each -> each.startsWith("𬺈")));
    }
}
