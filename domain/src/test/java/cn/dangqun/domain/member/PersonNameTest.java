package cn.dangqun.domain.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource({"甲,甲", "甲乙,甲*", "甲乙丙,甲*丙", "欧阳甲乙,欧**乙", "𠮷甲䶮,𠮷*䶮", "阿甲乙·买丙丁,阿**·**丁"})
    void hidesTheMiddleByCodePoint(String full, String masked) {
        assertEquals(masked, new PersonName(full).masked());
    }

    @Test
    void neverPrintsItselfInFull() {
        assertEquals("甲*丙", new PersonName("甲乙丙").toString());
    }

    @Test
    void refusesAnEmptyName() {
        assertThrows(IllegalArgumentException.class, () -> new PersonName("  "));
    }
}
