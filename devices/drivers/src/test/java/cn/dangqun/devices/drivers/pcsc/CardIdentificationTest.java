package cn.dangqun.devices.drivers.pcsc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.transport.ApduTransport;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.MacCardKeyer;
import java.util.HexFormat;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class CardIdentificationTest {
    private static final String STORAGE = "3b8f8001804f0ca000000306030001000000006a";
    private static final String RESIDENT = "3b888001d10386050080800058";
    private static final String RESIDENT_OTHER_RATE = "3b888001d103860700809000ca";

    private final CardKeyer keyer = new MacCardKeyer(new byte[32]);
    private final CardIdentification identification = new CardIdentification(keyer);

    @Example
    void keysTheUidOfAnOrdinaryCard() throws Exception {
        var card = identification.identify(card(STORAGE, "ffca000000", "04a1b2c3d4e5f69000"));

        assertEquals(CardKind.CONTACTLESS_UID, card.kind());
        assertEquals(keyer.ofUid(HexFormat.of().parseHex("04a1b2c3d4e5f6")), card.key());
    }

    @Example
    void keysTheChipSerialOfAResidentCard() throws Exception {
        for (var atr : new String[] {RESIDENT, RESIDENT_OTHER_RATE}) {
            var card = identification.identify(card(atr, "0036000008", "01020304050607089000"));

            assertEquals(CardKind.RESIDENT_CHIP, card.kind());
            assertEquals(keyer.ofChipSerial(HexFormat.of().parseHex("0102030405060708")), card.key());
        }
    }

    @Example
    void neverTakesAConstantForAnIdentity() {
        assertEquals(Kind.CARD_WITHOUT_IDENTITY, refused(RESIDENT, "0036000008", "00000000000000009000"));
        assertEquals(Kind.CARD_WITHOUT_IDENTITY, refused(STORAGE, "ffca000000", "000000000000009000"));
        assertEquals(Kind.CARD_WITHOUT_IDENTITY, refused(STORAGE, "ffca000000", "ffffffffffffff9000"));
    }

    @Example
    void acceptsFullLengthUidsOnly() throws Exception {
        for (int length = 0; length <= 12; length++) {
            var answer = "0102030405060708090a0b0c".substring(0, length * 2) + "9000";
            if (length == 7 || length == 8 || length == 10) {
                identification.identify(card(STORAGE, "ffca000000", answer));
            } else {
                assertEquals(Kind.CARD_WITHOUT_IDENTITY, refused(STORAGE, "ffca000000", answer));
            }
        }
    }

    @Example
    void callsACardThatKnowsNeitherCommandUnsupported() {
        assertEquals(Kind.CARD_UNSUPPORTED, refused(STORAGE, "ffca000000", "6d00"));
        assertEquals(Kind.CARD_UNSUPPORTED, refused(RESIDENT, "0036000008", "6a81"));
        assertEquals(Kind.CARD_UNSUPPORTED, refused(STORAGE, "ffca000000", ""));
    }

    @Example
    void findsTheHistoricalBytesBehindSeveralGroupsOfInterfaceBytes() {
        // TA1 TB1 TC1 TD1, then TA2 by TD1, then three historical bytes
        var atr = HexFormat.of().parseHex("3bf3aabbcc10dd11223300");

        assertArrayEquals(HexFormat.of().parseHex("112233"), CardIdentification.historicalBytes(atr));
    }

    @Property
    void meetsAnyCardWithItsTypedFaultOnly(@ForAll @Size(max = 33) byte[] atr, @ForAll @Size(max = 40) byte[] answer)
            throws Exception {
        try {
            identification.identify(new ApduTransport() {
                @Override
                public byte[] atr() {
                    return atr;
                }

                @Override
                public byte[] transmit(byte[] command) {
                    return answer;
                }
            });
        } catch (DeviceException e) {
            assertTrue(e.fault().kind().name().startsWith("CARD_"));
        }
    }

    private Kind refused(String atr, String command, String answer) {
        return assertThrows(DeviceException.class, () -> identification.identify(card(atr, command, answer)))
                .fault()
                .kind();
    }

    /// A card that must be asked exactly this command.
    private static ApduTransport card(String atr, String command, String answer) {
        var hex = HexFormat.of();
        return new ApduTransport() {
            @Override
            public byte[] atr() {
                return hex.parseHex(atr);
            }

            @Override
            public byte[] transmit(byte[] asked) {
                assertEquals(command, hex.formatHex(asked));
                return hex.parseHex(answer);
            }
        };
    }
}
