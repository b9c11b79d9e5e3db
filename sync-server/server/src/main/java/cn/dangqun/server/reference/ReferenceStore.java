package cn.dangqun.server.reference;

import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.protocol.ReferenceCodec;
import cn.dangqun.protocol.UnreadableException;
import com.google.protobuf.ByteString;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// SQL of the numbered log and of the current items as bytes.
record ReferenceStore(Handle handle) {
    static final int ROWS_PER_PAGE = 4096;
    private static final String AFTER_ALL = "\uFFFF";

    /// An item as it stands, with the scope that has it.
    record Current(Scope scope, ReferenceItem item) {}

    /// A change as it travels.
    record Numbered(long number, ByteString record) {}

    Optional<Current> find(ReferenceKind kind, String id) {
        return handle.createQuery("SELECT scope, record FROM reference_item WHERE street = 1 AND kind = ? AND id = ?")
                .bind(0, kind.name())
                .bind(1, id)
                .map((row, context) -> new Current(new Scope(row.getString("scope")), item(row.getBytes("record"))))
                .findOne();
    }

    List<Current> all(ReferenceKind kind) {
        return handle.createQuery("SELECT scope, record FROM reference_item WHERE street = 1 AND kind = ? ORDER BY id")
                .bind(0, kind.name())
                .map((row, context) -> new Current(new Scope(row.getString("scope")), item(row.getBytes("record"))))
                .list();
    }

    /// Those whose ids begin so.
    List<Current> of(ReferenceKind kind, String beginning) {
        return handle.createQuery("SELECT scope, record FROM reference_item"
                        + " WHERE street = 1 AND kind = ? AND id >= ? AND id < ? ORDER BY id")
                .bind(0, kind.name())
                .bind(1, beginning)
                .bind(2, beginning + AFTER_ALL)
                .map((row, context) -> new Current(new Scope(row.getString("scope")), item(row.getBytes("record"))))
                .list();
    }

    private static ReferenceItem item(byte[] record) {
        try {
            return ReferenceCodec.decode(record).item().orElseThrow();
        } catch (UnreadableException e) {
            throw new IllegalStateException("a reference item of our own cannot be read", e);
        }
    }

    void put(long number, Scope scope, ReferenceItem item, long now) {
        var record = ReferenceCodec.encode(ReferenceChange.put(number, item));
        log(number, scope, item.kind(), item.id(), record, now);
        handle.execute(
                "INSERT INTO reference_item (kind, id, scope, number, record) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (street, kind, id) DO UPDATE"
                        + " SET scope = excluded.scope, number = excluded.number, record = excluded.record",
                item.kind().name(),
                item.id(),
                scope.value(),
                number,
                record);
    }

    /// A tombstone for the kiosks of `scope`; the item itself may live on elsewhere.
    void bury(long number, Scope scope, ReferenceKind kind, String id, long now) {
        log(number, scope, kind, id, ReferenceCodec.encode(ReferenceChange.remove(number, kind, id)), now);
    }

    void delete(ReferenceKind kind, String id) {
        handle.execute("DELETE FROM reference_item WHERE street = 1 AND kind = ? AND id = ?", kind.name(), id);
    }

    private void log(long number, Scope scope, ReferenceKind kind, String id, byte[] record, long now) {
        handle.execute(
                "INSERT INTO reference_change (number, scope, kind, id, record, at) VALUES (?, ?, ?, ?, ?, ?)",
                number,
                scope.value(),
                kind.name(),
                id,
                record,
                now);
    }

    long newest() {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM reference_change WHERE street = 1")
                .mapTo(Long.class)
                .one();
    }

    /// The newest change of one kind.
    long newest(ReferenceKind kind) {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM reference_change WHERE street = 1 AND kind = ?")
                .bind(0, kind.name())
                .mapTo(Long.class)
                .one();
    }

    /// The newest change of these kinds.
    long newest(Collection<Scope> scopes, Collection<ReferenceKind> kinds) {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM reference_change"
                        + " WHERE street = 1 AND scope IN (<scopes>) AND kind IN (<kinds>)")
                .bindList("scopes", values(scopes))
                .bindList("kinds", names(kinds))
                .mapTo(Long.class)
                .one();
    }

    /// The newest change of these kinds behind a number that is known; that number when there is none.
    long newestAfter(long known, Collection<Scope> scopes, Collection<ReferenceKind> kinds) {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) FROM reference_change"
                        + " WHERE street = 1 AND scope IN (<scopes>) AND kind IN (<kinds>) AND number > :known")
                .bindList("scopes", values(scopes))
                .bindList("kinds", names(kinds))
                .bind("known", known)
                .mapTo(Long.class)
                .map(newest -> Math.max(known, newest))
                .one();
    }

    /// Every combination of communities that holds something together.
    List<Scope> jointScopes() {
        return handle.createQuery(
                        "SELECT DISTINCT scope FROM reference_item WHERE street = 1 AND scope >= ? AND scope < ?")
                .bind(0, Scope.JOINT)
                .bind(1, Scope.AFTER_JOINT)
                .mapTo(String.class)
                .map(Scope::new)
                .list();
    }

    /// What a kiosk that was told these scopes through a number may hold of them.
    List<ReferenceColumns.Key> heldOf(Collection<Scope> scopes, long through, Collection<ReferenceKind> kinds) {
        return handle.createQuery("""
                        SELECT kind, id FROM reference_item
                        WHERE street = 1 AND scope IN (<scopes>) AND kind IN (<kinds>) AND number <= :through
                        UNION SELECT kind, id FROM reference_change
                        WHERE street = 1 AND scope IN (<scopes>) AND kind IN (<kinds>) AND number > :through
                        LIMIT\s""" + (ROWS_PER_PAGE + 1))
                .bindList("scopes", values(scopes))
                .bindList("kinds", names(kinds))
                .bind("through", through)
                .map((row, ignored) ->
                        new ReferenceColumns.Key(ReferenceKind.valueOf(row.getString("kind")), row.getString("id")))
                .list();
    }

    /// Current items of one scope with `above < number ≤ upTo`, by number.
    List<Numbered> items(Scope scope, Collection<ReferenceKind> kinds, long above, long upTo) {
        return numbered("reference_item", List.of(scope), kinds, above, upTo);
    }

    /// Activities of which nobody has noted who takes part.
    List<String> unsettled(int most) {
        return handle.createQuery("SELECT id FROM activity WHERE street = 1 AND partners IS NULL ORDER BY id LIMIT ?")
                .bind(0, most)
                .mapTo(String.class)
                .list();
    }

    boolean isNumber(long number) {
        return handle.createQuery("SELECT 1 FROM reference_change WHERE street = 1 AND number = ?")
                .bind(0, number)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// Current items of the feed's kinds with `after < number ≤ through`, by number.
    List<Numbered> items(Feed feed, long through) {
        return numbered("reference_item", feed.scopes(), feed.kinds(), feed.after(), through);
    }

    /// Changes of the feed's kinds with `after < number ≤ through`, by number.
    List<Numbered> changes(Feed feed, long through) {
        return numbered("reference_change", feed.scopes(), feed.kinds(), feed.after(), through);
    }

    private List<Numbered> numbered(
            String table, Collection<Scope> scopes, Collection<ReferenceKind> kinds, long after, long through) {
        return handle.createQuery("SELECT number, record FROM " + table
                        + " WHERE street = 1 AND scope IN (<scopes>) AND kind IN (<kinds>)"
                        + " AND number > :after AND number <= :through"
                        + " ORDER BY number LIMIT " + ROWS_PER_PAGE)
                .bindList("scopes", values(scopes))
                .bindList("kinds", names(kinds))
                .bind("after", after)
                .bind("through", through)
                .map((row, context) -> new Numbered(row.getLong("number"), ByteString.copyFrom(row.getBytes("record"))))
                .list();
    }

    boolean isNamedIn(Collection<Scope> scopes, ContentId file) {
        return handle.createQuery("SELECT 1 FROM reference_content n"
                        + " JOIN reference_item r ON r.street = 1 AND r.kind = n.kind AND r.id = n.item"
                        + " WHERE n.street = 1 AND n.file = :file AND r.scope IN (<scopes>) LIMIT 1")
                .bind("file", file.raw())
                .bindList("scopes", values(scopes))
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static List<String> names(Collection<ReferenceKind> kinds) {
        return kinds.stream().map(ReferenceKind::name).toList();
    }

    private static List<String> values(Collection<Scope> scopes) {
        return scopes.stream().map(Scope::value).toList();
    }
}
