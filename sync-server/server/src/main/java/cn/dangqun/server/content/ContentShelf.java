package cn.dangqun.server.content;

import cn.dangqun.domain.content.ContentId;
import cn.dangqun.protocol.ContentPieces;
import cn.dangqun.protocol.wire.ContentPiece;
import cn.dangqun.protocol.wire.ContentRequest;
import cn.dangqun.server.db.Database;
import cn.dangqun.server.reference.ReferenceLedger;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;

/// Where kiosks get files from, a piece at a time. Blocks.
public final class ContentShelf {
    private final Database database;
    private final ReferenceLedger reference;

    public ContentShelf(Database database, ReferenceLedger reference) {
        this.database = database;
        this.reference = reference;
    }

    /// What follows there, for a kiosk at that site; without bytes when no item of its scopes names the file.
    public ContentPiece piece(String site, ContentRequest request) {
        var answer = ContentPiece.newBuilder().setId(request.getId()).setFrom(request.getFrom());
        return answer.setBytes(bytes(site, ContentId.ofRaw(request.getId().toByteArray()), request.getFrom()))
                .build();
    }

    private ByteString bytes(String site, ContentId id, int from) {
        return database.read(handle -> from >= 0 && reference.isNamedAt(handle, site, id)
                ? UnsafeByteOperations.unsafeWrap(new ContentStore(handle).piece(id, from, ContentPieces.MOST_BYTES))
                : ByteString.EMPTY);
    }
}
