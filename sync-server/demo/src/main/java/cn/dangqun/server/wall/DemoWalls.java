package cn.dangqun.server.wall;

import cn.dangqun.config.demo.DemoPiece;
import cn.dangqun.config.wall.WallLibrary;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.wall.Signature;
import cn.dangqun.domain.wall.Validity;
import cn.dangqun.domain.wall.WallAnswer;
import cn.dangqun.domain.wall.WallDraft;
import cn.dangqun.domain.wall.WallMove;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallVersion;
import cn.dangqun.server.content.ContentStore;
import cn.dangqun.server.db.ChangeLog;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Hangs the demonstration's wall as people would have: written, approved by another, published on its first day. The
/// duties stay a draft, since nobody has proofread them.
public final class DemoWalls {
    private static final String WRITER = "demo-site";
    private static final String APPROVER = "demo";
    private static final WallSlotId HOURS = new WallSlotId("opening-hours");
    private static final WallPlace PLANNED = new WallPlace.Site("site-1");
    private static final WallSlotId DUTIES = new WallSlotId("duties");
    /// The program has been used there for so many days, so that something is owed
    private static final int IN_USE = 400;
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Database database;
    private final ReferenceLedger reference;
    private final ZoneId zone;
    private final WallLibrary library = WallLibrary.shipped();

    public DemoWalls(Database database, ReferenceLedger reference, ZoneId zone) {
        this.database = database;
        this.reference = reference;
        this.zone = zone;
    }

    /// Does nothing when there is a wall already.
    public void hang(List<DemoPiece> pieces, LocalDate today) {
        database.write((handle, changes) -> {
            var store = new WallStore(handle, library.catalogue());
            if (store.isEmpty()) {
                pieces.forEach(each -> hang(handle, changes, each));
                begin(store, today);
                handle.execute(
                        "UPDATE organization SET entered_at = ? WHERE street = 1",
                        today.minusDays(IN_USE).atStartOfDay(zone).toInstant().toEpochMilli());
            }
            return today;
        });
    }

    private void hang(Handle handle, ChangeLog changes, DemoPiece piece) {
        var store = new WallStore(handle, library.catalogue());
        var day = piece.draft().validity().from();
        var number = store.nextNumber(piece.slot().id(), piece.place());
        var draft = WallVersion.begin(
                WallForms.draw(), piece.slot(), piece.place(), number, pictured(handle, piece), WRITER);
        store.insert(draft);
        noted(store, draft, WallDesk.Step.WRITTEN, by(WRITER, day));
        var submitted = taken(draft.submit(by(WRITER, day), day));
        noted(store, submitted, WallDesk.Step.SUBMITTED, by(WRITER, day));
        var approved = taken(submitted.approve(by(APPROVER, day), WallAnswer.secrecy(true), day));
        noted(store, approved, WallDesk.Step.APPROVED, by(APPROVER, day));
        var published = taken(approved.publish(by(APPROVER, day), day));
        noted(store, published, WallDesk.Step.PUBLISHED, by(APPROVER, day));
        var item = new ReferenceItem.WallPieceItem(published.piece(zone).orElseThrow());
        store.published(published.id(), reference.publish(handle, changes, List.of(item)));
    }

    /// One centre shows where its rooms are.
    private static WallDraft pictured(Handle handle, DemoPiece piece) {
        if (!piece.slot().id().equals(HOURS) || !piece.place().equals(PLANNED)) {
            return piece.draft();
        }
        var since = piece.draft().validity().from().toEpochDay();
        var file = new ContentStore(handle)
                .keep(DemoPlan.jpeg(), Duration.ofDays(since).toMillis());
        return piece.draft().showing(List.of(new WallPicture(file, DemoPlan.WIDTH, DemoPlan.HEIGHT, DemoPlan.WORDS)));
    }

    private static void noted(WallStore store, WallVersion version, WallDesk.Step step, Signature by) {
        store.update(version);
        store.step(version.id(), by, step, "");
    }

    private void begin(WallStore store, LocalDate today) {
        var slot = library.catalogue().find(DUTIES).orElseThrow();
        var pack = library.textFor(DUTIES).orElseThrow();
        var words = new WallDraft(slot.holds(), pack.text(), Optional.of(pack.source()), Validity.from(today));
        var draft = WallVersion.begin(WallForms.draw(), slot, new WallPlace.Street(), 1, words, APPROVER);
        store.insert(draft);
        store.step(draft.id(), by(APPROVER, today), WallDesk.Step.WRITTEN, "");
    }

    private Signature by(String login, LocalDate day) {
        return new Signature(login, day.atTime(MORNING).atZone(zone).toInstant());
    }

    private static WallVersion taken(WallMove move) {
        if (move instanceof WallMove.Taken(var version)) {
            return version;
        }
        throw new IllegalStateException("the demonstration's wall breaks a rule: " + move);
    }
}
