package cn.dangqun.server.contact;

import cn.dangqun.domain.fact.SealedId;
import cn.dangqun.protocol.ResidentNote;
import cn.dangqun.protocol.UnreadableException;
import cn.dangqun.server.ledger.AttachmentStore;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens what residents said, for whoever may read it. Call it inside one transaction.
public record ResidentNotes(Handle handle) {
    private static final Logger log = LoggerFactory.getLogger(ResidentNotes.class);

    /// What became of something sealed.
    public sealed interface Note {
        record Open(ResidentNote words) implements Note {}

        /// Its time is over
        record Forgotten() implements Note {}

        /// It has not come yet, or it is harmed
        record Missing() implements Note {}
    }

    public Note open(SealedId id) {
        var store = new AttachmentStore(handle);
        var sealed = store.find(id);
        if (sealed.isEmpty()) {
            return store.isForgotten(id) ? new Note.Forgotten() : new Note.Missing();
        }
        try {
            return new Note.Open(ResidentNote.decode(sealed.get().open()));
        } catch (GeneralSecurityException | UnreadableException e) {
            log.warn("what a resident said cannot be opened: {}", e.toString());
            return new Note.Missing();
        }
    }

    Optional<Note> open(Optional<SealedId> id) {
        return id.map(this::open);
    }
}
