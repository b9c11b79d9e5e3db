package cn.dangqun.domain.credential.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base45Test {
    @ParameterizedTest
    @CsvSource({"AB,BB8", "Hello!!,%69 VD92EX0", "base-45,UJCLQE7W581", "ietf!,QED8WEX0"})
    void agreesWithTheExamplesOfTheStandard(String plain, String encoded) {
        assertEquals(encoded, Base45.encode(plain.getBytes(StandardCharsets.US_ASCII)));
        assertArrayEquals(
                plain.getBytes(StandardCharsets.US_ASCII),
                Base45.decode(encoded).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "BB8B", "GGW", ":::", "::", "V5", "bb8", "BB,", "B\u0000B", "ＢＢ８", "BB8\n"})
    void refusesWhatNoBytesEncodeTo(String text) {
        assertTrue(Base45.decode(text).isEmpty());
    }

    @Property
    void givesBackAllBytes(@ForAll @Size(max = 100) byte[] bytes) {
        var text = Base45.encode(bytes);

        assertEquals(Base45.length(bytes.length), text.length());
        assertArrayEquals(bytes, Base45.decode(text).orElseThrow());
    }

    @Property
    void takesOneTextOnlyForAnyBytes(@ForAll @StringLength(max = 40) @CharRange(from = ' ', to = 'Z') String text) {
        Base45.decode(text).ifPresent(bytes -> assertEquals(text, Base45.encode(bytes)));
    }
}
