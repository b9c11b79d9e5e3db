package cn.dangqun.domain.credential.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.credential.code.MemberCodeVerdict.Refused;
import cn.dangqun.domain.member.MemberId;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/// Whatever bytes a scanner may deliver, the verifier answers, and only the street's own text is genuine.
class MemberCodeFuzzTest {
    private static final Keys STREET = Keys.fresh();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final MemberCodeVerifier VERIFIER =
            new MemberCodeVerifier(List.of(STREET.street()), serial -> false);
    private static final String GENUINE = STREET.signer()
            .sign(new MemberCode(new MemberId("M-000123"), new CardSerial(42), TODAY, TODAY.plusYears(2)));

    @Property
    void refusesAnyText(@ForAll String text) {
        assertTrue(VERIFIER.verify(text, TODAY) instanceof Refused);
    }

    @Property
    void refusesAnyTextBehindThePrefix(@ForAll @StringLength(max = 600) String text) {
        assertTrue(VERIFIER.verify(SignedText.PREFIX + text, TODAY) instanceof Refused);
    }

    @Property
    void refusesAnyPayload(@ForAll @Size(max = 120) byte[] payload) {
        assertTrue(VERIFIER.verify(SignedText.PREFIX + Base45.encode(payload), TODAY) instanceof Refused);
    }

    @Property
    void refusesEveryFlippedBit(@ForAll @IntRange(max = 8 * 86 - 1) int bit) {
        var payload =
                Base45.decode(GENUINE.substring(SignedText.PREFIX.length())).orElseThrow();
        payload[bit / 8 % payload.length] ^= (byte) (1 << bit % 8);

        assertTrue(VERIFIER.verify(SignedText.PREFIX + Base45.encode(payload), TODAY) instanceof Refused);
    }

    @Property
    void refusesEverySplice(@ForAll @IntRange(max = 140) int at, @ForAll @StringLength(min = 1, max = 5) String piece) {
        var cut = Math.min(at, GENUINE.length());
        var text = GENUINE.substring(0, cut) + piece + GENUINE.substring(cut);

        assertTrue(VERIFIER.verify(text, TODAY) instanceof Refused);
    }

    @Property
    void parsesOnlyTextsItWouldWrite(@ForAll @Size(min = 76, max = 100) byte[] payload) {
        var text = SignedText.PREFIX + Base45.encode(payload);
        SignedText.parse(text)
                .ifPresent(parsed -> assertEquals(
                        text.substring(0, 22),
                        SignedText.write(SignedText.message(parsed.keyId(), parsed.code()), new byte[64])
                                .substring(0, 22)));
    }
}
