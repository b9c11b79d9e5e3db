package cn.dangqun.server.review;

import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.fact.Epoch;
import cn.dangqun.domain.fact.KioskId;
import cn.dangqun.domain.fact.ReviewItem.Kind;
import cn.dangqun.protocol.FactCodec;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.server.review.Case.Tap;
import cn.dangqun.server.web.Viewer;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Whether an item is a reviewer's own: about them, recorded by them, or of an activity they led or opened (OQ-30).
/// Accounts, staff and members are lists of their own, so people are told by their names: a namesake has to ask
/// another reviewer, which harms nobody.
record OwnMatters(Handle handle) {
    boolean concern(Case about, Viewer viewer) {
        var name = viewer.displayName();
        return about.person().name().equals(name)
                || isCalled(about.about().chair(), name)
                || opened(about.about().activity(), name)
                || (about.waiting().item().kind() == Kind.ACTIVITY
                        && (wrote(about.about().activity(), viewer)
                                || registered(about.about().activity(), name)))
                || about.taps().stream()
                        .anyMatch(tap -> recordedBy(tap).filter(name::equals).isPresent());
    }

    /// The minutes, or is named in them.
    private boolean wrote(String activity, Viewer viewer) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM minutes WHERE street = 1 AND activity = :activity"
                        + " AND (saved_by = :login OR recorder = :name OR chair = :name))")
                .bind("activity", activity)
                .bind("login", viewer.login())
                .bind("name", viewer.displayName())
                .mapTo(Boolean.class)
                .one();
    }

    /// Whether somebody of that name recorded anybody at the activity.
    private boolean registered(String activity, String name) {
        return handle
                .createQuery("SELECT c.kiosk, c.epoch, f.seq, f.record FROM attendance t"
                        + " JOIN chain c ON c.street = 1 AND c.number = t.chain"
                        + " JOIN fact f ON f.street = 1 AND f.chain = t.chain AND f.seq = t.seq"
                        + " WHERE t.street = 1 AND t.activity = ? AND t.how IS NOT NULL")
                .bind(0, activity)
                .map((row, ignored) -> staff(
                        new KioskId(row.getString("kiosk")), new Epoch(row.getString("epoch")), row.getBytes("record")))
                .stream()
                .flatMap(Optional::stream)
                .distinct()
                .anyMatch(each -> name(each).filter(name::equals).isPresent());
    }

    private boolean isCalled(String chair, String name) {
        return chair.equals(name)
                || handle.createQuery("SELECT EXISTS (SELECT 1 FROM member WHERE street = 1 AND id = ? AND name = ?)")
                        .bind(0, chair)
                        .bind(1, name)
                        .mapTo(Boolean.class)
                        .one();
    }

    private boolean opened(String activity, String name) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM session_standing n JOIN staff s ON s.street = 1"
                        + " AND s.id = n.staff WHERE n.street = 1 AND n.activity = ? AND s.name = ?)")
                .bind(0, activity)
                .bind(1, name)
                .mapTo(Boolean.class)
                .one();
    }

    /// Who of the staff recorded it; empty when the person came with a card or code.
    private Optional<String> recordedBy(Tap tap) {
        return tap.how().isEmpty() ? Optional.empty() : staff(tap).flatMap(this::name);
    }

    private Optional<String> staff(Tap tap) {
        return handle.createQuery("SELECT f.record FROM fact f JOIN chain c ON c.street = 1 AND c.number = f.chain"
                        + " WHERE f.street = 1 AND c.kiosk = ? AND c.epoch = ? AND f.seq = ?")
                .bind(0, tap.id().kiosk().value())
                .bind(1, tap.id().epoch().hex())
                .bind(2, tap.id().seq())
                .mapTo(byte[].class)
                .findOne()
                .flatMap(record -> staff(tap.id().kiosk(), tap.id().epoch(), record));
    }

    private static Optional<String> staff(KioskId kiosk, Epoch epoch, byte[] record) {
        try {
            return FactCodec.decode(kiosk, epoch, record).fact() instanceof AttendanceFact.Registered registered
                    ? Optional.of(registered.by().staff())
                    : Optional.empty();
        } catch (UnreadableException e) {
            throw new IllegalStateException("a record that was read before cannot be read", e);
        }
    }

    private Optional<String> name(String staff) {
        return handle.createQuery("SELECT name FROM staff WHERE street = 1 AND id = ?")
                .bind(0, staff)
                .mapTo(String.class)
                .findOne();
    }
}
