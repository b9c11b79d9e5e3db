package cn.dangqun.kiosk.db;

import cn.dangqun.store.PlacedSeal;
import javax.crypto.AEADBadTagException;

/// A file that is sealed.
final class SealedRows implements RowSeal {
    private final PlacedSeal seal;

    SealedRows(byte[] key) {
        this.seal = new PlacedSeal(key, "ledger");
    }

    @Override
    public boolean isSealing() {
        return true;
    }

    @Override
    public byte[] seal(String place, byte[] plain) {
        return seal.seal(place, plain);
    }

    @Override
    public byte[] open(String place, byte[] sealed) throws UnopenedException {
        try {
            return seal.open(place, sealed);
        } catch (AEADBadTagException e) {
            throw new UnopenedException(place, e);
        }
    }
}
