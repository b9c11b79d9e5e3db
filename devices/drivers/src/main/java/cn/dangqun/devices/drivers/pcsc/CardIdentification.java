package cn.dangqun.devices.drivers.pcsc;

import cn.dangqun.devices.api.DeviceException;
import cn.dangqun.devices.api.DeviceFault.Kind;
import cn.dangqun.devices.api.UidRule;
import cn.dangqun.devices.transport.ApduTransport;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;
import java.io.IOException;
import java.util.Arrays;

/// Asks a card on an ordinary reader who it is. A resident ID card answers the UID command with its all-zero PUPI, so
/// it is asked for its chip serial by its own command; every other card for its UID (PLATFORM §2a).
final class CardIdentification {
    private static final byte[] GET_UID = {(byte) 0xFF, (byte) 0xCA, 0, 0, 0};
    private static final byte[] GET_RESIDENT_SERIAL = {0, 0x36, 0, 0, 8};
    private static final int RESIDENT_SERIAL_LENGTH = 8;
    private static final byte[] RESIDENT_HISTORICAL = {(byte) 0xD1, 0x03, (byte) 0x86};

    private final CardKeyer keyer;

    CardIdentification(CardKeyer keyer) {
        this.keyer = keyer;
    }

    /// @throws DeviceException when the card answers but has no identity we accept
    /// @throws IOException when the exchange broke
    Credential.Card identify(ApduTransport card) throws DeviceException, IOException {
        return isResident(card.atr()) ? residentChip(card) : contactlessUid(card);
    }

    private Credential.Card residentChip(ApduTransport card) throws DeviceException, IOException {
        var serial = ask(card, GET_RESIDENT_SERIAL);
        if (serial.length != RESIDENT_SERIAL_LENGTH || UidRule.isConstant(serial)) {
            throw new DeviceException(Kind.CARD_WITHOUT_IDENTITY, "a chip serial of " + serial.length + " bytes");
        }
        return new Credential.Card(keyer.ofChipSerial(serial), CardKind.RESIDENT_CHIP);
    }

    private Credential.Card contactlessUid(ApduTransport card) throws DeviceException, IOException {
        var uid = ask(card, GET_UID);
        var objection = UidRule.objection(uid);
        if (objection.isPresent()) {
            throw new DeviceException(objection.get().kind(), objection.get().detail());
        }
        return new Credential.Card(keyer.ofUid(uid), CardKind.CONTACTLESS_UID);
    }

    private static byte[] ask(ApduTransport card, byte[] command) throws DeviceException, IOException {
        var answer = card.transmit(command);
        int data = answer.length - 2;
        if (data < 0) {
            throw new DeviceException(Kind.CARD_UNSUPPORTED, "an answer without a status word");
        }
        int status = ((answer[data] & 0xFF) << 8) | (answer[data + 1] & 0xFF);
        if (status != 0x9000) {
            throw new DeviceException(Kind.CARD_UNSUPPORTED, "status word %04X".formatted(status));
        }
        return Arrays.copyOf(answer, data);
    }

    /// True when the historical bytes begin as the ATQB of the second generation resident ID card.
    private static boolean isResident(byte[] atr) {
        var historical = historicalBytes(atr);
        return historical.length == 8
                && Arrays.equals(historical, 0, 3, RESIDENT_HISTORICAL, 0, RESIDENT_HISTORICAL.length);
    }

    /// ISO 7816-3: TS, T0 (high half: which interface bytes follow; low half: number of historical bytes), interface
    /// bytes in groups whose TDi announces the next group, then the historical bytes.
    static byte[] historicalBytes(byte[] atr) {
        if (atr.length < 2) {
            return new byte[0];
        }
        int announced = atr[1] & 0xF0;
        int at = 2;
        while (announced != 0 && at < atr.length) {
            boolean hasNext = (announced & 0x80) != 0;
            at += Integer.bitCount(announced);
            announced = hasNext && at <= atr.length ? atr[at - 1] & 0xF0 : 0;
        }
        int length = atr[1] & 0x0F;
        return at + length <= atr.length ? Arrays.copyOfRange(atr, at, at + length) : new byte[0];
    }
}
