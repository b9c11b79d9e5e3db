package cn.dangqun.server.db;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.fact.KioskId;

/// Something a commit may change and a page may show. A page that shows none of what changed is left in peace.
public sealed interface Topic {
    /// Attendance or guests
    record Activity(ActivityId id) implements Topic {}

    /// Contact, health, revocation or ledger
    record Kiosk(KioskId id) implements Topic {}

    /// Tickets taken at this kiosk
    record Queue(KioskId kiosk) implements Topic {}

    /// What is the street's as a whole.
    enum Street implements Topic {
        /// Any kiosk's contact, health, revocation or ledger
        KIOSKS,
        /// How far a kiosk has come with what the street published
        DELIVERY,
        /// The street published items
        REFERENCE,
        /// Facts that were set aside, ledgers that do not fit
        SET_ASIDE,
        /// Who may sign in and see what: accounts, and sessions that were ended. Every page that is open looks again
        ACCOUNTS
    }
}
