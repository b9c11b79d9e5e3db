package cn.dangqun.kiosk.sync;

import cn.dangqun.domain.credential.CardKey;
import cn.dangqun.domain.credential.CardKeyer;
import cn.dangqun.kiosk.reference.ReferenceStore;

/// Keys cards as those of the roster in force are kept, so that a card is found while the street has them kept under
/// another secret: before the roster has come anew, in the moment when it is exchanged, and when the network fails in
/// between. Safe for use from several threads.
public final class RosterKeyer implements CardKeyer {
    private final ReferenceStore roster;
    private volatile KioskIdentity identity;

    public RosterKeyer(KioskIdentity identity, ReferenceStore roster) {
        this.identity = identity;
        this.roster = roster;
    }

    /// The same kiosk keeps cards otherwise.
    public void follow(KioskIdentity now) {
        identity = now;
    }

    private CardKeyer inForce() {
        return identity.cardKeyer(roster.cards());
    }

    @Override
    public CardKey ofUid(byte[] uid) {
        return inForce().ofUid(uid);
    }

    @Override
    public CardKey ofChipSerial(byte[] serial) {
        return inForce().ofChipSerial(serial);
    }

    @Override
    public CardKey ofResidentNumber(String number) {
        return inForce().ofResidentNumber(number);
    }
}
