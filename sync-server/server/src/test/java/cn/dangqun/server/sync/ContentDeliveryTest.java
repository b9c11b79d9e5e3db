package cn.dangqun.server.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.wall.WallPicture;
import cn.dangqun.protocol.ContentPieces;
import cn.dangqun.protocol.wire.ContentPiece;
import cn.dangqun.protocol.wire.ContentRequest;
import cn.dangqun.protocol.wire.Frame;
import cn.dangqun.protocol.wire.Refusal;
import cn.dangqun.server.NoLeaks;
import cn.dangqun.server.TestKiosk;
import cn.dangqun.server.TestLedger;
import cn.dangqun.server.TestLine;
import cn.dangqun.server.TestStreet;
import cn.dangqun.server.TestWall;
import cn.dangqun.server.content.ContentStore;
import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Files over real sockets: in pieces, from anywhere, and only where an item names them.
@Timeout(60)
@ExtendWith(NoLeaks.class)
@Tag("real-time")
class ContentDeliveryTest {
    @TempDir
    Path directory;

    private TestStreet street;
    private TestKiosk kiosk;
    private byte[] content;
    private ContentId id;

    @BeforeEach
    void startStreet() throws Exception {
        street = new TestStreet(directory).withTwoCommunities();
        kiosk = street.enrol("kiosk-1", "site-1");
        content = new byte[3 * ContentPieces.MOST_BYTES + 5];
        new Random(3).nextBytes(content);
        id = ContentId.of(content);
        street.server().database().write((handle, changes) -> new ContentStore(handle).keep(content, 1));
    }

    @AfterEach
    void stopStreet() {
        street.close();
    }

    @Test
    void sendsAFileInPiecesFromWhereItIsAsked() throws Exception {
        hang("c1");
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            line.page();
            var whole = new ByteArrayOutputStream();
            while (whole.size() < content.length) {
                var piece = ask(line, id.raw(), whole.size());
                assertEquals(whole.size(), piece.getFrom());
                assertTrue(piece.getBytes().size() <= ContentPieces.MOST_BYTES);
                assertTrue(piece.getBytes().size() > 0);
                piece.getBytes().writeTo(whole);
            }

            assertArrayEquals(content, whole.toByteArray());
            assertEquals(5, ask(line, id.raw(), content.length - 5).getBytes().size());
            assertTrue(ask(line, id.raw(), content.length).getBytes().isEmpty());
            assertTrue(ask(line, id.raw(), -1).getBytes().isEmpty());
        }
    }

    @Test
    void givesNothingThatNoItemOfTheKiosksScopesNames() throws Exception {
        hang("c2");
        var other = street.enrol("kiosk-2", "site-2");
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH);
                var otherLine = other.connectAndGreet(TestLedger.EPOCH)) {
            line.page();
            otherLine.applied(otherLine.page().getThrough());

            assertTrue(ask(line, id.raw(), 0).getBytes().isEmpty());
            assertTrue(ask(line, new byte[32], 0).getBytes().isEmpty());
            assertEquals(
                    ContentPieces.MOST_BYTES,
                    ask(otherLine, id.raw(), 0).getBytes().size());

            street.server().reference().remove(ReferenceKind.WALL_PIECE, "v-1");
            otherLine.read(Frame.BodyCase.REFERENCE_PAGE);
            assertTrue(ask(otherLine, id.raw(), 0).getBytes().isEmpty());
        }
    }

    @Test
    void endsWithWhoAsksForNothing() throws Exception {
        try (var line = kiosk.connectAndGreet(TestLedger.EPOCH)) {
            line.page();
            line.send(request(new byte[31], 0));

            line.refusal(Refusal.Reason.MALFORMED);
        }
    }

    private void hang(String community) {
        street.server()
                .reference()
                .publish(List.of(
                        TestWall.slot(),
                        TestWall.piece(
                                "v-1",
                                community,
                                List.of(new WallPicture(new ContentFile(id, content.length), 4, 3, "样例")))));
    }

    private static Frame request(byte[] name, int from) {
        return Frame.newBuilder()
                .setContentRequest(ContentRequest.newBuilder()
                        .setId(ByteString.copyFrom(name))
                        .setFrom(from))
                .build();
    }

    private static ContentPiece ask(TestLine line, byte[] name, int from) {
        line.send(request(name, from));
        return line.read(Frame.BodyCase.CONTENT_PIECE).getContentPiece();
    }
}
