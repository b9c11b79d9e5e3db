package cn.dangqun.kiosk.sync;

import cn.dangqun.domain.attendance.StreetCount;
import cn.dangqun.protocol.wire.Refusal;

/// Who keeps a [SyncSession]. Called on the session's event loop.
interface SessionOwner {
    /// The street let us in.
    void welcomed();

    /// Everything the street had to say at the welcome is in force.
    void referenceCurrent();

    /// How an activity stands at the street by now.
    void counted(StreetCount count);

    /// Something was taken on either side.
    void progressed();

    /// The street said no; the connection ends.
    void refused(Refusal refusal);

    /// The facts on this disk are not the chain that was written: nothing more is pushed.
    void ledgerDamaged();

    /// The street says that this kiosk's own certificate has ended.
    void certificateExpired();

    /// The server is not the street's.
    void wrongServer();

    /// A new certificate is granted and kept; it is shown at the next connection.
    void renewed(KioskIdentity identity);

    /// The connection is gone, for whatever reason; called once, last.
    void ended();
}
