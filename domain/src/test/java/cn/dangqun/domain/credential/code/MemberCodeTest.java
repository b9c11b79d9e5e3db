package cn.dangqun.domain.credential.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.member.MemberId;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberCodeTest {
    private static final MemberId MEMBER = new MemberId("M-0001");
    private static final CardSerial SERIAL = new CardSerial(7);
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    @Test
    void isValidThroughItsLastDay() {
        var code = new MemberCode(MEMBER, SERIAL, DAY, DAY.plusYears(2));

        assertFalse(code.isExpiredOn(DAY.plusYears(2)));
        assertTrue(code.isExpiredOn(DAY.plusYears(2).plusDays(1)));
    }

    @Test
    void refusesDaysThatDoNotFit() {
        var first = LocalDate.of(2020, 1, 1);
        var last = LocalDate.of(2199, 6, 6);

        assertEquals(last, new MemberCode(MEMBER, SERIAL, first, last).expires());
        assertThrows(IllegalArgumentException.class, () -> new MemberCode(MEMBER, SERIAL, first.minusDays(1), last));
        assertThrows(IllegalArgumentException.class, () -> new MemberCode(MEMBER, SERIAL, first, last.plusDays(1)));
        assertThrows(IllegalArgumentException.class, () -> new MemberCode(MEMBER, SERIAL, first, LocalDate.MAX));
        assertThrows(IllegalArgumentException.class, () -> new MemberCode(MEMBER, SERIAL, DAY, DAY.minusDays(1)));
    }

    @Test
    void countsCardSerialsFromOne() {
        assertEquals("00001234", new CardSerial(1234).toString());
        assertThrows(IllegalArgumentException.class, () -> new CardSerial(0));
        assertThrows(IllegalArgumentException.class, () -> new CardSerial(0x1_0000_0000L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "-", "9Z", "M-1", "M-00000123", "ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ"})
    void packsEveryMemberId(String id) {
        var packed = PackedMemberId.pack(new MemberId(id));

        assertEquals((id.length() + 2) / 3 * 2, packed.length);
        assertEquals(
                id, PackedMemberId.unpack(ByteBuffer.wrap(packed)).orElseThrow().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"M-1", "M-0001"})
    void refusesAMemberIdWithAnEmptyLastGroup(String id) {
        var packed = PackedMemberId.pack(new MemberId(id));

        assertEquals(
                Optional.empty(), PackedMemberId.unpack(ByteBuffer.wrap(Arrays.copyOf(packed, packed.length + 2))));
    }

    @Property
    void unpacksOnlyWhatPackingGives(@ForAll @Size(max = 26) byte[] bytes) {
        PackedMemberId.unpack(ByteBuffer.wrap(bytes))
                .ifPresent(
                        member -> assertEquals(ByteBuffer.wrap(bytes), ByteBuffer.wrap(PackedMemberId.pack(member))));
    }
}
