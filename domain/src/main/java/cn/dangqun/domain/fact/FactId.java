package cn.dangqun.domain.fact;

/// Where and as what number a fact was recorded. `seq` starts at 1 and has no gaps (DESIGN §4).
public record FactId(KioskId kiosk, Epoch epoch, long seq) {
    public FactId {
        if (seq < 1) {
            throw new IllegalArgumentException("seq starts at 1");
        }
    }

    @Override
    public String toString() {
        return kiosk + "/" + epoch + "/" + seq;
    }
}
