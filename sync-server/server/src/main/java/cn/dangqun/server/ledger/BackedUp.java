package cn.dangqun.server.ledger;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What kiosks are told that a copy holds, so that they need not keep it (DESIGN §4, F-94). The copy beside the
/// database counts until the first backup has left the machine, then backups alone: the disk may be what is
/// lost.
public record BackedUp(Handle handle) {
    /// Of the copy beside the database.
    void copied(List<ChainCheck.Chain> chains, long now) {
        if (!backupsLeaveTheMachine()) {
            replace(chains, now);
        }
    }

    private boolean backupsLeaveTheMachine() {
        return handle.createQuery("SELECT count(*) FROM backup WHERE street = 1")
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /// A backup left the machine and was read again there.
    public void left(List<ChainCheck.Chain> chains, Backup backup, long now) {
        handle.execute(
                "INSERT INTO backup (street, made_at, name, place, bytes) VALUES (1, ?, ?, ?, ?)"
                        + " ON CONFLICT (street, made_at) DO UPDATE SET name = excluded.name,"
                        + " place = excluded.place, bytes = excluded.bytes",
                backup.madeAt(),
                backup.name(),
                backup.place(),
                backup.bytes());
        replace(chains, now);
    }

    public Optional<Backup> newest() {
        return handle.createQuery("SELECT made_at, name, place, bytes FROM backup WHERE street = 1"
                        + " ORDER BY made_at DESC LIMIT 1")
                .map((row, context) -> new Backup(
                        row.getLong("made_at"), row.getString("name"), row.getString("place"), row.getLong("bytes")))
                .findOne();
    }

    /// `madeAt`: the moment it holds, milliseconds of the street's clock.
    public record Backup(long madeAt, String name, String place, long bytes) {}

    private void replace(List<ChainCheck.Chain> chains, long now) {
        handle.execute("DELETE FROM backup_chain");
        chains.forEach(chain -> handle.execute(
                "INSERT INTO backup_chain (street, chain, through, checked_at) VALUES (1, ?, ?, ?)",
                chain.number(),
                chain.through(),
                now));
    }
}
