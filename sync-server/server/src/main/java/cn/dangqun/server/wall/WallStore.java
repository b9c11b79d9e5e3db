package cn.dangqun.server.wall;

import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.wall.Signature;
import cn.dangqun.domain.wall.WallCatalogue;
import cn.dangqun.domain.wall.WallLife;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.domain.wall.WallSource;
import cn.dangqun.domain.wall.WallVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// SQL of versions and of the steps they took. Versions whose frame the catalogue no longer has are left out.
record WallStore(Handle handle, WallCatalogue catalogue) {
    /// A version as it stands. `publication` and `withdrawal` are the numbers by which kiosks heard of it.
    record Stored(WallVersion version, int revision, Optional<Long> publication, Optional<Long> withdrawal) {}

    /// A step somebody took, by its name in [WallDesk.Step].
    record Taken(Instant at, String login, WallDesk.Step kind, String remark) {}

    static String idOf(WallPlace place) {
        return switch (place) {
            case WallPlace.Street ignored -> "";
            case WallPlace.Community(var id) -> id.value();
            case WallPlace.Branch(var id) -> id.value();
            case WallPlace.Site(var id) -> id;
        };
    }

    static WallPlace place(WallReach reach, String id) {
        return switch (reach) {
            case STREET -> new WallPlace.Street();
            case COMMUNITY -> new WallPlace.Community(new OrganizationId(id));
            case BRANCH -> new WallPlace.Branch(new OrganizationId(id));
            case SITE -> new WallPlace.Site(id);
        };
    }

    int nextNumber(WallSlotId slot, WallPlace place) {
        return handle.createQuery("SELECT coalesce(max(number), 0) + 1 FROM wall_version"
                        + " WHERE street = 1 AND slot = ? AND reach = ? AND place = ?")
                .bind(0, slot.value())
                .bind(1, place.reach().name())
                .bind(2, idOf(place))
                .mapTo(Integer.class)
                .one();
    }

    void insert(WallVersion version) {
        handle.createUpdate("INSERT INTO wall_version (id, slot, reach, place, number, revision, classification,"
                        + " title, body, valid_from, state) VALUES (:id, :slot, :reach, :place, :number, 0,"
                        + " 'INTERNAL', '', '', '', 'DRAFT')")
                .bind("id", version.id().value())
                .bind("slot", version.slot().id().value())
                .bind("reach", version.place().reach().name())
                .bind("place", idOf(version.place()))
                .bind("number", version.number())
                .execute();
        update(version);
    }

    /// Writes everything of a version that may change, and counts its revision up.
    void update(WallVersion version) {
        words(version);
        new WallPictureStore(handle).put(version.id(), version.draft().pictures());
        life(version);
        for (var login : version.writers()) {
            handle.execute(
                    "INSERT INTO wall_writer (version, login) VALUES (?, ?) ON CONFLICT DO NOTHING",
                    version.id().value(),
                    login);
        }
    }

    private void words(WallVersion version) {
        var draft = version.draft();
        handle.createUpdate("UPDATE wall_version SET revision = revision + 1, classification = :classification,"
                        + " title = :title, body = :body, source_work = :work, source_edition = :edition,"
                        + " proofread_on = :proofread, valid_from = :from, valid_until = :until"
                        + " WHERE street = 1 AND id = :id")
                .bind("classification", draft.classification().name())
                .bind("title", draft.text().title())
                .bind("body", draft.text().body())
                .bind("work", draft.source().map(WallSource::work).orElse(null))
                .bind("edition", draft.source().map(WallSource::edition).orElse(null))
                .bind(
                        "proofread",
                        draft.source()
                                .flatMap(WallSource::proofreadOn)
                                .map(LocalDate::toString)
                                .orElse(null))
                .bind("from", draft.validity().from().toString())
                .bind("until", draft.validity().until().map(LocalDate::toString).orElse(null))
                .bind("id", version.id().value())
                .execute();
    }

    private void life(WallVersion version) {
        var id = version.id();
        switch (version.life()) {
            case WallLife.Draft ignored -> {
                state(id, "DRAFT");
                sign(id, "submitted", Optional.empty());
            }
            case WallLife.Submitted(var by) -> {
                state(id, "SUBMITTED");
                sign(id, "submitted", Optional.of(by));
            }
            case WallLife.Approved(var ignored, var by) -> {
                state(id, "APPROVED");
                sign(id, "approved", Optional.of(by));
            }
            case WallLife.Published(var ignored, var also, var by) -> {
                state(id, "PUBLISHED");
                sign(id, "published", Optional.of(by));
            }
            case WallLife.Withdrawn(var ignored, var by, var reason) -> {
                state(id, "WITHDRAWN");
                sign(id, "withdrawn", Optional.of(by));
                handle.execute("UPDATE wall_version SET reason = ? WHERE street = 1 AND id = ?", reason, id.value());
            }
        }
    }

    private void state(WallPieceId id, String state) {
        handle.execute("UPDATE wall_version SET state = ? WHERE street = 1 AND id = ?", state, id.value());
    }

    private void sign(WallPieceId id, String step, Optional<Signature> by) {
        handle.createUpdate("UPDATE wall_version SET " + step + "_by = :by, " + step + "_at = :at"
                        + " WHERE street = 1 AND id = :id")
                .bind("by", by.map(Signature::login).orElse(null))
                .bind("at", by.map(each -> each.at().toEpochMilli()).orElse(null))
                .bind("id", id.value())
                .execute();
    }

    void published(WallPieceId id, long number) {
        handle.execute("UPDATE wall_version SET publication = ? WHERE street = 1 AND id = ?", number, id.value());
    }

    void withdrawn(WallPieceId id, long number) {
        handle.execute("UPDATE wall_version SET withdrawal = ? WHERE street = 1 AND id = ?", number, id.value());
    }

    void step(WallPieceId id, Signature by, WallDesk.Step kind, String remark) {
        handle.createUpdate("INSERT INTO wall_step (version, step, at, login, kind, remark) SELECT :id,"
                        + " coalesce(max(step), 0) + 1, :at, :login, :kind, :remark FROM wall_step"
                        + " WHERE street = 1 AND version = :id")
                .bind("id", id.value())
                .bind("at", by.at().toEpochMilli())
                .bind("login", by.login())
                .bind("kind", kind.name())
                .bind("remark", remark)
                .execute();
    }

    /// Oldest first.
    List<Taken> steps(WallPieceId id) {
        return handle.createQuery("SELECT at, login, kind, remark FROM wall_step"
                        + " WHERE street = 1 AND version = ? ORDER BY step")
                .bind(0, id.value())
                .map((row, context) -> new Taken(
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("login"),
                        WallDesk.Step.valueOf(row.getString("kind")),
                        row.getString("remark")))
                .list();
    }

    boolean isEmpty() {
        return handle.createQuery("SELECT count(*) FROM wall_version WHERE street = 1")
                        .mapTo(Integer.class)
                        .one()
                == 0;
    }

    Optional<Stored> find(WallPieceId id) {
        return handle.createQuery("SELECT * FROM wall_version WHERE street = 1 AND id = ?")
                .bind(0, id.value())
                .map((row, context) -> stored(row))
                .findOne()
                .flatMap(each -> each);
    }

    /// All versions for one frame at one place, newest first.
    List<Stored> shelf(WallSlot slot, WallPlace place) {
        return handle
                .createQuery("SELECT * FROM wall_version WHERE street = 1 AND slot = ? AND reach = ? AND place = ?"
                        + " ORDER BY number DESC")
                .bind(0, slot.id().value())
                .bind(1, place.reach().name())
                .bind(2, idOf(place))
                .map((row, context) -> stored(row))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// Everything that waits for approval or for being published, by frame and place.
    List<Stored> waiting() {
        return handle
                .createQuery("SELECT * FROM wall_version WHERE street = 1 AND state IN ('SUBMITTED', 'APPROVED')"
                        + " ORDER BY slot, place, number")
                .map((row, context) -> stored(row))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /// All that is published, without who wrote it, in one reading.
    List<WallPiece> published(ZoneId zone) {
        var pictures = new WallPictureStore(handle).ofPublished();
        return handle
                .createQuery("SELECT * FROM wall_version WHERE street = 1 AND state = 'PUBLISHED'")
                .map((row, context) -> slot(row).isPresent()
                        ? Optional.of(WallRow.piece(row, zone, pictures.getOrDefault(row.getString("id"), List.of())))
                        : Optional.<WallPiece>empty())
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<WallSlot> slot(ResultSet row) throws SQLException {
        return catalogue.find(new WallSlotId(row.getString("slot")));
    }

    private Optional<Stored> stored(ResultSet row) throws SQLException {
        var id = new WallPieceId(row.getString("id"));
        var slot = slot(row);
        if (slot.isEmpty()) {
            return Optional.empty();
        }
        var version = new WallVersion(
                id,
                slot.get(),
                place(WallReach.valueOf(row.getString("reach")), row.getString("place")),
                row.getInt("number"),
                WallRow.draft(row, new WallPictureStore(handle).of(id)),
                writers(id),
                WallRow.life(row));
        return Optional.of(new Stored(
                version,
                row.getInt("revision"),
                WallRow.number(row, "publication"),
                WallRow.number(row, "withdrawal")));
    }

    private Set<String> writers(WallPieceId id) {
        return handle.createQuery("SELECT login FROM wall_writer WHERE street = 1 AND version = ?")
                .bind(0, id.value())
                .mapTo(String.class)
                .set();
    }
}
