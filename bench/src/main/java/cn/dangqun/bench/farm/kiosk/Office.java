package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.domain.fact.KioskId;
import java.io.IOException;

/// The administrator at the street: what a person must decide or hand out.
public interface Office {
    /// Lets a ledger that does not continue begin anew. False when nothing waits for that.
    boolean allowToBeginAnew(KioskId kiosk) throws IOException, InterruptedException;

    /// A one-time code with which this kiosk is enrolled anew.
    String code(KioskId kiosk) throws IOException, InterruptedException;

    /// Although it may have something that the street has not.
    void revoke(KioskId kiosk) throws IOException, InterruptedException;

    /// Lets a revoked kiosk deliver what it had.
    void allowLateDelivery(KioskId kiosk) throws IOException, InterruptedException;
}
