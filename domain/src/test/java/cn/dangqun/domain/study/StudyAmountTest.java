package cn.dangqun.domain.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyAmountTest {
    @ParameterizedTest
    @CsvSource({"0,0", "0.5,0.5", "31.50,31.5", "32.0,32", "10000,10000", "15,15"})
    void holdsStepsOfOneHalf(String number, String shown) {
        assertEquals(shown, StudyAmount.of(new BigDecimal(number)).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.5", "0.25", "3.3", "10000.5"})
    void refusesOtherNumbers(String number) {
        assertTrue(StudyAmount.of(new BigDecimal(number)).isEmpty());
    }

    @Test
    void countsInHalves() {
        var three = StudyAmount.whole(3);

        assertEquals(6, three.halves());
        assertEquals(StudyAmount.whole(5), three.plus(StudyAmount.whole(2)));
        assertEquals(StudyAmount.whole(1), StudyAmount.whole(2).missingTo(three));
        assertEquals(StudyAmount.NONE, three.missingTo(StudyAmount.whole(2)));
        assertTrue(three.reaches(three));
        assertFalse(three.reaches(new StudyAmount(7)));
        assertFalse(three.isNone());
        assertTrue(three.compareTo(StudyAmount.NONE) > 0);
        assertThrows(IllegalArgumentException.class, () -> new StudyAmount(-1));
    }
}
