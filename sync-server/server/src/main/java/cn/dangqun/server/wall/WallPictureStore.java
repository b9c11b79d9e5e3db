package cn.dangqun.server.wall;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.server.content.ContentStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// SQL of the pictures of versions.
record WallPictureStore(Handle handle) {
    private static final String COLUMNS = "p.version, p.file, p.size, p.width, p.height, p.words";

    /// In the order in which they hang.
    List<WallPicture> of(WallPieceId id) {
        return handle.createQuery("SELECT " + COLUMNS
                        + " FROM wall_picture p WHERE p.street = 1 AND p.version = ? ORDER BY p.place")
                .bind(0, id.value())
                .map((row, ignored) -> picture(row))
                .list();
    }

    /// Those of everything that is published, by version, in one reading.
    Map<String, List<WallPicture>> ofPublished() {
        record Of(String version, WallPicture picture) {}
        return handle
                .createQuery("SELECT " + COLUMNS + " FROM wall_version v"
                        + " JOIN wall_picture p ON p.street = 1 AND p.version = v.id"
                        + " WHERE v.street = 1 AND v.state = 'PUBLISHED' ORDER BY p.version, p.place")
                .map((row, ignored) -> new Of(row.getString("version"), picture(row)))
                .stream()
                .collect(Collectors.groupingBy(Of::version, Collectors.mapping(Of::picture, Collectors.toList())));
    }

    private static WallPicture picture(ResultSet row) throws SQLException {
        return new WallPicture(
                new ContentFile(ContentId.ofRaw(row.getBytes("file")), row.getInt("size")),
                row.getInt("width"),
                row.getInt("height"),
                row.getString("words"));
    }

    /// What is as it was costs nothing; files that nothing names any more go.
    void put(WallPieceId id, List<WallPicture> pictures) {
        var former = of(id);
        if (former.equals(pictures)) {
            return;
        }
        handle.execute("DELETE FROM wall_picture WHERE street = 1 AND version = ?", id.value());
        int place = 0;
        for (var each : pictures) {
            handle.execute(
                    "INSERT INTO wall_picture (version, place, file, size, width, height, words)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    id.value(),
                    ++place,
                    each.file().id().raw(),
                    each.file().bytes(),
                    each.width(),
                    each.height(),
                    each.words());
        }
        var gone = former.stream().map(each -> each.file().id()).collect(Collectors.toCollection(HashSet::new));
        pictures.forEach(each -> gone.remove(each.file().id()));
        new ContentStore(handle).forgetUnnamed(gone);
    }
}
