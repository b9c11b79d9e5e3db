package cn.dangqun.protocol;

import cn.dangqun.protocol.UnreadableException.Fault;
import cn.dangqun.protocol.wire.ReferencePage;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// Pages of reference changes and their checksum: SHA-256 over the changes, each preceded by its 4-byte length (F-60).
public final class ReferencePages {
    private ReferencePages() {}

    public static ReferencePage page(long after, long through, boolean snapshotStart, List<ByteString> changes) {
        return ReferencePage.newBuilder()
                .setAfter(after)
                .setThrough(through)
                .setSnapshotStart(snapshotStart)
                .addAllChanges(changes)
                .setChecksum(ByteString.copyFrom(checksum(changes)))
                .build();
    }

    /// The same page with other changes, as a kiosk is to have them.
    public static ReferencePage with(ReferencePage page, List<ByteString> changes) {
        return page.toBuilder()
                .clearChanges()
                .addAllChanges(changes)
                .setChecksum(ByteString.copyFrom(checksum(changes)))
                .build();
    }

    /// Call before anything of the page is applied.
    public static void verify(ReferencePage page) throws UnreadableException {
        if (!MessageDigest.isEqual(page.getChecksum().toByteArray(), checksum(page.getChangesList()))) {
            throw new UnreadableException(
                    Fault.MALFORMED, "reference page after " + page.getAfter() + " fails its checksum");
        }
    }

    private static byte[] checksum(List<ByteString> changes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var change : changes) {
                digest.update(ByteBuffer.allocate(4).putInt(change.size()).flip());
                change.asReadOnlyByteBufferList().forEach(digest::update);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
