package cn.dangqun.domain.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The number on a receipt.
class ReceiptNumberTest {
    private final Random random = new Random(14);

    private ReceiptNumber any() {
        return ReceiptNumber.of("%016x".formatted(random.nextLong()));
    }

    @Test
    void readsBackWhatIsTypedAndScanned() {
        for (int i = 0; i < 1000; i++) {
            var number = any();
            assertEquals(Optional.of(number), ReceiptNumber.typed(number.digits()));
            assertEquals(Optional.of(number), ReceiptNumber.typed(number.text()));
            assertEquals(Optional.of(number), ReceiptNumber.scanned(number.code()));
        }
    }

    @Test
    void catchesEveryWrongDigitAndEveryTwoThatAreExchanged() {
        for (int i = 0; i < 50; i++) {
            var right = any().digits();
            for (int at = 0; at < ReceiptNumber.LENGTH; at++) {
                for (char other = '0'; other <= '9'; other++) {
                    var typed = right.substring(0, at) + other + right.substring(at + 1);
                    assertEquals(typed.equals(right), ReceiptNumber.typed(typed).isPresent(), typed);
                }
                if (at > 0 && right.charAt(at) != right.charAt(at - 1)) {
                    var exchanged = right.substring(0, at - 1)
                            + right.charAt(at)
                            + right.charAt(at - 1)
                            + right.substring(at + 1);
                    assertEquals(Optional.empty(), ReceiptNumber.typed(exchanged));
                }
            }
        }
    }

    @Test
    void isSpreadOverAllNumbersAndNotCounted() {
        var seen = new HashSet<Character>();
        for (int i = 0; i < 200; i++) {
            seen.add(any().digits().charAt(0));
        }
        assertEquals(10, seen.size());
        assertNotEquals(
                ReceiptNumber.of("0000000000000001").digits().substring(11),
                ReceiptNumber.of("0000000000000002").digits().substring(11));
    }

    @Test
    void takesNothingElse() {
        assertTrue(ReceiptNumber.typed("").isEmpty());
        assertTrue(ReceiptNumber.typed("12345678901a").isEmpty());
        assertTrue(ReceiptNumber.scanned(any().digits()).isEmpty());
        assertEquals("1234 5678 90", ReceiptNumber.grouped("1234567890"));
        assertEquals("1234 5678", ReceiptNumber.grouped("12345678"));
    }
}
