package cn.dangqun.kiosk.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cn.dangqun.domain.activity.ActivityId;
import cn.dangqun.domain.attendance.AttendanceRole;
import cn.dangqun.domain.attendance.CheckInMethod;
import cn.dangqun.domain.content.ContentFile;
import cn.dangqun.domain.fact.AttendanceFact;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.kiosk.content.ContentItems;
import cn.dangqun.kiosk.ledger.Commit;
import cn.dangqun.kiosk.reference.MadeUpStreet;
import cn.dangqun.protocol.ContentPieces;
import cn.dangqun.protocol.wire.Frame;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Files over real sockets that are cut, on a kiosk that stops in between.
@Tag("real-time")
class ContentFetchTest extends KioskAndStreet {
    private static final int PIECES = 8;
    private final byte[] bytes = ContentItems.bytes((PIECES - 1) * ContentPieces.MOST_BYTES + 7);
    private final ContentFile file = ContentItems.file(bytes);

    @Test
    void fetchesWhatItsItemsNameOnceThroughCutsAndRestarts() throws Exception {
        street.keep(file.id(), bytes);
        street.publish(MadeUpStreet.page(0, true, List.of(ContentItems.slot(), ContentItems.piece("v-1", file))));
        street.cutAfterPieces(3);

        startKiosk(Optional.of(PeerStreet.CODE));
        await("three pieces and a cut", () -> asked().size() >= 4);
        street.cutAfterPieces(2);
        await("the cut after two more", () -> asked().size() >= 6);
        restartKiosk();
        await("the file", () -> sync.content().hasCome(file.id()));

        assertArrayEquals(bytes, sync.content().read(file.id()).orElseThrow());
        var pieces = IntStream.range(0, PIECES)
                .mapToObj(each -> each * ContentPieces.MOST_BYTES)
                .toList();
        assertEquals(pieces, asked().stream().distinct().toList(), "each follows on what the disk has");

        street.publishNow(
                MadeUpStreet.pageOf(2, false, List.of(ReferenceChange.remove(3, ReferenceKind.WALL_PIECE, "v-1"))));
        await(
                "the file gone",
                () -> Files.notExists(
                        directory.resolve("content").resolve(file.id().hex())));
    }

    @Test
    void asksForNothingWhileFactsWait() throws Exception {
        street.keep(file.id(), bytes);
        startKiosk(Optional.of(PeerStreet.CODE));
        awaitConnected();
        street.holdAcks(true);
        append();
        await("the fact at the street", () -> street.facts().size() == 1);

        var page = MadeUpStreet.page(0, true, List.of(ContentItems.slot(), ContentItems.piece("v-1", file)));
        street.publishNow(page);
        await("the item in force", () -> applied(page.getThrough()));
        // whatever the page set going is done when the kiosk has answered to another one
        var more = MadeUpStreet.page(page.getThrough(), false, List.of(ContentItems.slot()));
        street.publishNow(more);
        await("another page in force", () -> applied(more.getThrough()));
        assertEquals(List.of(), asked());

        street.holdAcks(false);
        await("the file", () -> sync.content().hasCome(file.id()));
        awaitAllAcknowledged();
    }

    @Test
    void showsNothingThatCameSpoiledAndFetchesAnewWhatWasSpoiledHere() throws Exception {
        var other = bytes.clone();
        other[0] ^= 1;
        street.keep(file.id(), other);
        street.publish(MadeUpStreet.page(0, true, List.of(ContentItems.slot(), ContentItems.piece("v-1", file))));
        startKiosk(Optional.of(PeerStreet.CODE));
        await("all of it", () -> asked().size() == PIECES);
        var part = directory.resolve("content").resolve(file.id().hex() + ".part");
        await("thrown away", () -> Files.notExists(part));
        assertFalse(sync.content().hasCome(file.id()));

        street.keep(file.id(), bytes);
        street.cutAll();
        await("the file", () -> sync.content().hasCome(file.id()));
        Files.write(directory.resolve("content").resolve(file.id().hex()), other);
        assertEquals(Optional.empty(), sync.content().read(file.id()));

        await("the file again", () -> sync.content().hasCome(file.id()));
        assertArrayEquals(bytes, sync.content().read(file.id()).orElseThrow());
    }

    private void append() {
        var appended = ledger.append(new AttendanceFact.CheckedIn(
                new ActivityId("activity-1"), new MemberId("M-1"), AttendanceRole.MEMBER, CheckInMethod.CARD, false));
        assertInstanceOf(Commit.Done.class, appended.join());
    }

    private List<Integer> asked() {
        return street.received.stream()
                .filter(Frame::hasContentRequest)
                .map(frame -> frame.getContentRequest().getFrom())
                .toList();
    }

    private boolean applied(long through) {
        return street.received.stream()
                .anyMatch(frame -> frame.hasReferenceApplied()
                        && frame.getReferenceApplied().getThrough() == through);
    }
}
