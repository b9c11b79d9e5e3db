package cn.dangqun.domain.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource({"甲,*", "甲乙,甲*", "甲乙丙,甲*丙", "欧阳甲乙,欧**乙", "𠮷甲䶮,𠮷*䶮", "阿甲乙·买丙丁,阿**·**丁", "甲·,*·", "·甲乙,·甲*"})
    void hidesTheMiddleByCharacter(String full, String masked) {
        assertEquals(masked, new PersonName(full).masked());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "甲　乙",
                "甲 乙",
                "甲\u200B乙",
                "甲\u00A0\u2003乙",
                "\uFEFF甲乙\u200E",
                "甲\uFE00乙",
                "甲\uDB40\uDD00乙",
                "甲\u3164乙",
                "甲\u2800乙",
                "甲\n乙",
                "甲\u034F乙\uFE0F"
            })
    void isTheSameNameHoweverItWasTyped(String typed) {
        assertEquals(new PersonName("甲乙"), new PersonName(typed));
        assertEquals("甲*", new PersonName(typed).masked());
    }

    @ParameterizedTest
    @CsvSource({"阿甲 • 买乙,阿甲·买乙", "阿甲・买乙,阿甲·买乙", "Anna   Li,Anna Li", "阿甲･买乙,阿甲·买乙", "阿甲．买乙,阿甲·买乙"})
    void keepsOneDotAndOneBlank(String typed, String name) {
        assertEquals(name, new PersonName(typed).full());
    }

    @ParameterizedTest
    @CsvSource({"E863,4DAE", "E815,2E81", "E816,20087", "E81E,9FB4", "E864,9FBB", "E844,4723", "E862,4D19"})
    void readsThePrivatePlacesOfOldSystems(String old, String now) {
        var typed = "甲" + Character.toString(Integer.parseInt(old, 16));

        assertEquals("甲" + Character.toString(Integer.parseInt(now, 16)), new PersonName(typed).full());
    }

    @ParameterizedTest
    @CsvSource({
        "5341,''",
        "4DAE,''",
        "20BB7,''",
        "2CE93,''",
        "2CEB0,2CEB0",
        "2EBE0,2EBE0",
        "E000,E000",
        "30000,30000",
        "323B0,323B0",
        "10FFFD,10FFFD"
    })
    void knowsWhatFontsCannotDraw(String character, String undrawn) {
        var name = "甲" + Character.toString(Integer.parseInt(character, 16));

        var expected = undrawn.isEmpty() ? "" : Character.toString(Integer.parseInt(undrawn, 16));
        assertEquals(expected, NameText.undrawn(name));
    }

    @Test
    void neverPrintsItselfInFull() {
        assertEquals("甲*丙", new PersonName("甲乙丙").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"  ", "　", "\u200B", "\u3164\uFE0F"})
    void refusesANameThatNobodySees(String typed) {
        assertThrows(IllegalArgumentException.class, () -> new PersonName(typed));
    }
}
