package cn.dangqun.server.codes;

import cn.dangqun.domain.credential.code.CardSerial;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.server.accounts.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// SQL of the sheets on which cards are printed.
final class SheetStore {
    private SheetStore() {}

    /// One making of a printed sheet, or of several that belong together.
    record Sheet(SheetId id, OrganizationId branch, String madeBy) {
        boolean belongsTo(Actor actor, OrganizationId of) {
            return madeBy.equals(actor.login()) && branch.equals(of);
        }
    }

    static void insert(Handle handle, Sheet sheet, List<CardSerial> serials, Instant now) {
        handle.createUpdate("INSERT INTO code_sheet (id, branch, made_at, made_by) VALUES (:id, :branch, :now, :by)")
                .bind("id", sheet.id().value())
                .bind("branch", sheet.branch().value())
                .bind("now", now.toEpochMilli())
                .bind("by", sheet.madeBy())
                .execute();
        serials.forEach(serial -> handle.execute(
                "INSERT INTO code_sheet_card (sheet, serial) VALUES (?, ?)",
                sheet.id().value(),
                serial.value()));
    }

    static Optional<Sheet> find(Handle handle, SheetId id) {
        return handle.createQuery("SELECT id, branch, made_by FROM code_sheet WHERE street = 1 AND id = :id")
                .bind("id", id.value())
                .map((row, ignored) ->
                        new Sheet(id, new OrganizationId(row.getString("branch")), row.getString("made_by")))
                .findOne();
    }

    /// In the order of their numbers.
    static List<CardSerial> serials(Handle handle, SheetId id) {
        return handle.createQuery("SELECT serial FROM code_sheet_card WHERE street = 1 AND sheet = :id ORDER BY serial")
                .bind("id", id.value())
                .mapTo(Long.class)
                .map(CardSerial::new)
                .list();
    }

    /// On how many sheets a card has been put.
    static int timesPrinted(Handle handle, CardSerial serial) {
        return handle.createQuery("SELECT count(*) FROM code_sheet_card WHERE street = 1 AND serial = :serial")
                .bind("serial", serial.value())
                .mapTo(Integer.class)
                .one();
    }
}
