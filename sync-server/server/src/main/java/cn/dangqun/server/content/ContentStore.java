package cn.dangqun.server.content;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.content.ContentId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// SQL of the files themselves.
public record ContentStore(Handle handle) {
    /// Bringing one again changes nothing.
    public ContentFile keep(byte[] content, long now) {
        var id = ContentId.of(content);
        handle.execute(
                "INSERT INTO content_file (id, size, added_at, content) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (street, id) DO NOTHING",
                id.raw(),
                content.length,
                now,
                content);
        return new ContentFile(id, content.length);
    }

    /// Which there are; without what is in them.
    public List<ContentFile> all() {
        return handle.createQuery("SELECT id, size FROM content_file WHERE street = 1 ORDER BY id")
                .map((row, ignored) -> new ContentFile(ContentId.ofRaw(row.getBytes("id")), row.getInt("size")))
                .list();
    }

    public Optional<byte[]> find(ContentId id) {
        return handle.createQuery("SELECT content FROM content_file WHERE street = 1 AND id = ?")
                .bind(0, id.raw())
                .map((row, ignored) -> row.getBytes("content"))
                .findOne();
    }

    /// At most `most` bytes after the first `from`; empty beyond the end, and of a file that is not here.
    byte[] piece(ContentId id, int from, int most) {
        return handle.createQuery("SELECT substr(content, :begin, :most) AS piece FROM content_file"
                        + " WHERE street = 1 AND id = :id AND size > :from")
                .bind("begin", from + 1)
                .bind("most", most)
                .bind("from", from)
                .bind("id", id.raw())
                .map((row, ignored) -> row.getBytes("piece"))
                .findOne()
                .orElseGet(() -> new byte[0]);
    }

    /// Those of them that nothing names any more go.
    public void forgetUnnamed(Collection<ContentId> files) {
        for (var file : files) {
            handle.createUpdate("DELETE FROM content_file WHERE street = 1 AND id = :id"
                            + " AND NOT EXISTS (SELECT 1 FROM wall_picture p WHERE p.street = 1 AND p.file = :id)"
                            + " AND NOT EXISTS (SELECT 1 FROM reference_content n WHERE n.street = 1 AND n.file = :id)")
                    .bind("id", file.raw())
                    .execute();
        }
    }
}
