package cn.dangqun.devices.drivers.resident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.simulator.resident.SampleIdCard;
import java.time.LocalDate;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class CardTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final SampleIdCard RESIDENT = SampleIdCard.resident();
    private static final SampleIdCard FOREIGNER = RESIDENT.withKind('I').withNumber("XXX000000010100");

    @Example
    void acceptsAResidentCard() throws Exception {
        assertEquals(RESIDENT.number(), accepted(RESIDENT));
    }

    @Example
    void acceptsAResidencePermitOfHongKongMacaoAndTaiwan() throws Exception {
        assertEquals(RESIDENT.number(), accepted(RESIDENT.withKind('J')));
    }

    @Example
    void acceptsAForeignersCardOf2017ByItsOwnNumberRule() throws Exception {
        assertEquals(FOREIGNER.number(), accepted(FOREIGNER));
    }

    @Example
    void acceptsAForeignersCardOf2023() throws Exception {
        assertEquals("900000190001010010", accepted(RESIDENT.withKind('Y').withNumber("900000190001010010")));
    }

    @Example
    void refusesAKindItDoesNotKnow() {
        assertEquals(Kind.CARD_UNSUPPORTED, refused(RESIDENT.withKind('Z')));
    }

    @Example
    void refusesEveryOtherCheckCharacter() {
        var right = RESIDENT.number();
        for (char check : "0123456789X".toCharArray()) {
            var number = right.substring(0, 17) + check;
            if (!number.equals(right)) {
                assertEquals(Kind.CARD_INVALID, refused(RESIDENT.withNumber(number)));
            }
        }
    }

    @Example
    void refusesADayThatDoesNotExist() {
        var number = SampleIdCard.withCheckCharacter("00000019000229001");

        assertEquals(Kind.CARD_INVALID, refused(RESIDENT.withNumber(number).withBirth("19000229")));
    }

    @Example
    void refusesABirthInTheFuture() {
        var number = SampleIdCard.withCheckCharacter("00000020990101001");

        assertEquals(Kind.CARD_INVALID, refused(RESIDENT.withNumber(number).withBirth("20990101")));
    }

    @Example
    void refusesABirthThatIsNotTheNumbers() {
        assertEquals(Kind.CARD_INVALID, refused(RESIDENT.withBirth("19000102")));
    }

    @Example
    void refusesASexThatIsNotTheNumbers() {
        assertEquals(Kind.CARD_INVALID, refused(RESIDENT.withSex("2")));
    }

    @Example
    void refusesAForeignersNumberOfAnotherShape() {
        assertEquals(
                Kind.CARD_INVALID,
                refused(FOREIGNER.withNumber(RESIDENT.number().substring(0, 15))));
    }

    @Example
    void acceptsACardOnItsLastDay() throws Exception {
        accepted(RESIDENT.withValidity("20061101", "20261101"));
    }

    @Example
    void refusesACardTheDayAfter() {
        assertEquals(Kind.CARD_EXPIRED, refused(RESIDENT.withValidity("20061031", "20261031")));
    }

    @Example
    void acceptsAYoungPersonWhenTheClockOfTheKioskLostItsBattery() throws Exception {
        var number = SampleIdCard.withCheckCharacter("00000020000101001");
        var young = RESIDENT.withNumber(number).withBirth("20000101").withValidity("20200101", "20300101");

        CardText.parse(young.text(), 0).check(LocalDate.of(1970, 1, 1));
    }

    @Example
    void showsNothingOfThePerson() throws Exception {
        var text = CardText.parse(RESIDENT.text(), 0);

        assertFalse((text + " " + text.number()).matches(".*[0-9]{3}.*"));
        assertFalse(text.toString().contains(RESIDENT.name()));
    }

    @Property
    void agreesWithTheRecursionOfTheStandard(@ForAll @NumericChars @StringLength(17) String digits) {
        assertTrue(new IdNumber(SampleIdCard.withCheckCharacter(digits)).hasRightCheckCharacter());
    }

    @Property
    void findsEveryWrongDigit(@ForAll @NumericChars @StringLength(17) String digits, @ForAll int place) {
        var number = SampleIdCard.withCheckCharacter(digits);
        int at = Math.floorMod(place, 17);
        char wrong = (char) ('0' + (number.charAt(at) - '0' + 1 + Math.floorMod(place, 9)) % 10);

        assertFalse(new IdNumber(number.substring(0, at) + wrong + number.substring(at + 1)).hasRightCheckCharacter());
    }

    @Property
    void meetsAnyTextWithItsTypedFaultOnly(
            @ForAll @Size(256) byte[] text, @ForAll @Chars({' ', 'J', 'I', 'Y', 'Q', '\0'}) char kind) {
        text[CardLayout.KIND_AT] = (byte) kind;
        text[CardLayout.KIND_AT + 1] = 0;
        try {
            CardText.parse(text, 0).check(TODAY);
        } catch (DeviceException e) {
            assertTrue(Set.of(Kind.CARD_INVALID, Kind.CARD_UNSUPPORTED, Kind.CARD_EXPIRED)
                    .contains(e.fault().kind()));
        }
    }

    @Property
    void meetsADamagedCardWithItsTypedFaultOnly(@ForAll byte damage, @ForAll int place) {
        var text = RESIDENT.text();
        text[Math.floorMod(place, text.length)] ^= damage;
        try {
            CardText.parse(text, 0).check(TODAY);
        } catch (DeviceException e) {
            assertTrue(e.fault().kind().name().startsWith("CARD_"));
        }
    }

    private static String accepted(SampleIdCard card) throws DeviceException {
        var text = CardText.parse(card.text(), 0);
        text.check(TODAY);
        return text.number().digits();
    }

    private static Kind refused(SampleIdCard card) {
        return assertThrows(DeviceException.class, () -> accepted(card)).fault().kind();
    }
}
