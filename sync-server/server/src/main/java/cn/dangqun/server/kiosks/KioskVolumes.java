package cn.dangqun.server.kiosks;

import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.voice.VolumeSchedule;
import cn.dangqun.protocol.ReferenceKinds;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.reference.Entries;
import cn.dangqun.server.reference.ReferenceLedger;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How loud the street lets kiosks speak (F-49), inside a caller's read or write. What is set goes with the kiosk: to
/// another site, and to the machine that takes its place.
record KioskVolumes(ReferenceLedger reference) {
    private static final int SINCE = ReferenceKinds.since(ReferenceKind.KIOSK_SETTINGS);

    enum Arrival {
        /// Nothing was ever set
        NONE,
        WAITING,
        CONFIRMED,
        /// Its software is older than this
        TOO_OLD
    }

    static Optional<VolumeSchedule> of(Handle handle, KioskId kiosk) {
        return new Entries(handle).kioskSettings(kiosk.value()).map(ReferenceItem.KioskSettings::volume);
    }

    void set(Handle handle, ChangeLog changes, KioskId kiosk, VolumeSchedule volume) {
        reference.publish(handle, changes, List.of(new ReferenceItem.KioskSettings(kiosk.value(), volume)));
    }

    void remove(Handle handle, ChangeLog changes, KioskId kiosk) {
        reference.remove(handle, changes, ReferenceKind.KIOSK_SETTINGS, kiosk.value());
    }

    /// The kiosk stands somewhere now, or elsewhere.
    void placed(Handle handle, ChangeLog changes, KioskId kiosk) {
        of(handle, kiosk).ifPresent(volume -> set(handle, changes, kiosk, volume));
    }

    /// Whoever takes a kiosk's place speaks as loud, from its enrolment on.
    void handedOn(Handle handle, ChangeLog changes, KioskId from, KioskId to) {
        of(handle, from).ifPresent(volume -> {
            set(handle, changes, to, volume);
            remove(handle, changes, from);
        });
    }

    /// Whether the kiosk has what was last set, or that nothing is.
    static Arrival arrival(Handle handle, KioskId kiosk) {
        return handle.createQuery("SELECT k.reference_protocol, k.reference_site,"
                        + " (k.reference_applied >= c.number AND k.reference_site = k.site) AS applied"
                        + " FROM kiosk k JOIN (SELECT MAX(number) AS number FROM reference_change"
                        + " WHERE street = 1 AND kind = 'KIOSK_SETTINGS' AND id = :kiosk) c ON c.number IS NOT NULL"
                        + " WHERE k.street = 1 AND k.id = :kiosk")
                .bind("kiosk", kiosk.value())
                .map((row, ignored) -> {
                    if (row.getString("reference_site") != null && row.getInt("reference_protocol") < SINCE) {
                        return Arrival.TOO_OLD;
                    }
                    return row.getBoolean("applied") ? Arrival.CONFIRMED : Arrival.WAITING;
                })
                .findOne()
                .orElse(Arrival.NONE);
    }
}
