package cn.dangqun.devices.simulator;

import cn.dangqun.devices.api.DeviceFault;
import cn.dangqun.devices.api.IdCardReader;
import cn.dangqun.devices.api.UidRule;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.domain.credential.CardKind;
import cn.dangqun.domain.credential.Credential;

/// Driver `sim-reader`: a card reader whose cards are words. Cards are keyed and refused as by the real drivers, so a
/// tap here and a tap of the same card on hardware find the same person. No hold-off: every tap is one presentation.
public record SimulatedReader(String name, DeviceScript script, CardKeyer keyer)
        implements IdCardReader, SimulatedDevice {

    /// Any contactless card; refused as a real one when [UidRule] objects.
    public boolean tapUid(byte[] uid) {
        var objection = UidRule.objection(uid);
        return objection.isPresent()
                ? misread(objection.get().kind())
                : present(new Credential.Card(keyer.ofUid(uid), CardKind.CONTACTLESS_UID));
    }

    /// A resident ID card on an ordinary reader: its 8-byte chip serial.
    public boolean tapChip(byte[] serial) {
        return UidRule.isConstant(serial)
                ? misread(DeviceFault.Kind.CARD_WITHOUT_IDENTITY)
                : present(new Credential.Card(keyer.ofChipSerial(serial), CardKind.RESIDENT_CHIP));
    }

    /// A resident ID card on a certified reader. The number is not validated: demo people have impossible ones.
    public boolean tapNumber(String number) {
        return present(new Credential.Card(keyer.ofResidentNumber(number), CardKind.RESIDENT_NUMBER));
    }

    /// A card that cannot be used.
    public boolean misread(DeviceFault.Kind kind) {
        return script.play(listener -> listener.misread(new DeviceFault(kind, "scripted")));
    }

    private boolean present(Credential card) {
        return script.play(listener -> listener.presented(card));
    }
}
