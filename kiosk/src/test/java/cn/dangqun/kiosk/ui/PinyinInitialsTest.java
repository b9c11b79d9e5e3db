package cn.dangqun.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PinyinInitialsTest {
    @Test
    void everyLetterThatBeginsASyllableIsFound() {
        var each = "安八陈大鹅方高黄贾孔李马牛欧潘钱任孙唐王徐杨赵";

        var letters = new StringBuilder();
        each.chars().forEach(character -> letters.append(PinyinInitials.of(character)));

        assertEquals("ABCDEFGHJKLMNOPQRSTWXYZ", letters.toString());
    }

    @Test
    void aNameFitsItsFirstLettersInOrder() {
        assertTrue(PinyinInitials.fit("王小明", ""));
        assertTrue(PinyinInitials.fit("王小明", "W"));
        assertTrue(PinyinInitials.fit("王小明", "WXM"));
        assertFalse(PinyinInitials.fit("王小明", "XM"));
        assertFalse(PinyinInitials.fit("王小明", "WXMA"));
    }

    @Test
    void aRareCharacterFitsAnyLetterAndASurnameBothReadings() {
        assertTrue(PinyinInitials.fit("王喆", "WZ"));
        assertTrue(PinyinInitials.fit("王喆", "WA"), "nobody is left out");
        assertTrue(PinyinInitials.fit("单样例", "S"));
        assertTrue(PinyinInitials.fit("单样例", "D"));
        assertFalse(PinyinInitials.fit("单样例", "Z"));
        assertTrue(PinyinInitials.fit("褚样例", "CYL"));
        assertFalse(PinyinInitials.fit("褚样例", "YYL"), "a rare surname is known by its letter");
    }

    @Test
    void latinNamesFitByTheirLetters() {
        assertTrue(PinyinInitials.fit("Anna", "AN"));
        assertFalse(PinyinInitials.fit("Anna", "NA"));
    }
}
