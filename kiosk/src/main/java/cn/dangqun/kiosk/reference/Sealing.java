package cn.dangqun.kiosk.reference;

/// Why the kiosk does not show its roster (DESIGN §7, F-70).
public enum Sealing {
    /// The street has revoked this kiosk
    REVOKED,
    /// Without contact for thirty days
    OUT_OF_CONTACT
}
