package cn.dangqun.domain.credential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.credential.ResidentNumber.Fault;
import cn.dangqun.domain.credential.ResidentNumber.Read;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// GB 11643-1999. Regions 11 01 05 and 990000: the first is the standard's own example, the second is none.
class ResidentNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "11010519491231002X",
                "11010519491231002x",
                " 110105 19491231 002X ",
                "'11010519491231002X",
                "１１０１０５１９４９１２３１００２Ｘ",
                "110105491231002"
            })
    void readsWhatPeopleAndSheetsWrite(String typed) {
        var read = assertInstanceOf(Read.Good.class, ResidentNumber.read(typed));

        assertEquals("11010519491231002X", read.number().characters());
        assertEquals(LocalDate.of(1949, 12, 31), read.number().born());
        assertFalse(read.number().isMans());
        assertTrue(read.number().toString().contains("hidden"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', LENGTH",
        "1101051949123100, LENGTH",
        "1.10105E+17, LENGTH",
        "11010519491231O02X, CHARACTERS",
        "110105194912310021, CHECK",
        "990000195013010016, BIRTH",
        "110105491331002, BIRTH"
    })
    void saysWhyItIsNone(String typed, Fault fault) {
        assertEquals(new Read.Bad(fault), ResidentNumber.read(typed));
    }

    @Test
    void noticesEveryDigitThatIsCopiedWrong() {
        var right = "11010519491231002X";
        for (int at = 0; at < right.length() - 1; at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != right.charAt(at)) {
                    var wrong = right.substring(0, at) + digit + right.substring(at + 1);
                    assertInstanceOf(Read.Bad.class, ResidentNumber.read(wrong), wrong);
                }
            }
        }
    }
}
