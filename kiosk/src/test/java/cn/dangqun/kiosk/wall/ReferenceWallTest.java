package cn.dangqun.kiosk.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.organization.Organization;
import cn.dangqun.domain.organization.OrganizationClass;
import cn.dangqun.domain.organization.OrganizationId;
import cn.dangqun.domain.organization.OrganizationLevel;
import cn.dangqun.domain.reference.ReferenceChange;
import cn.dangqun.domain.reference.ReferenceItem;
import cn.dangqun.domain.reference.ReferenceKind;
import cn.dangqun.domain.wall.Validity;
import cn.dangqun.domain.wall.WallBoard.Hanging;
import cn.dangqun.domain.wall.WallPiece;
import cn.dangqun.domain.wall.WallPieceId;
import cn.dangqun.domain.wall.WallPlace;
import cn.dangqun.domain.wall.WallReach;
import cn.dangqun.domain.wall.WallSlot;
import cn.dangqun.domain.wall.WallText;
import cn.dangqun.kiosk.content.ContentFiles;
import cn.dangqun.kiosk.ledger.SteppedClock;
import cn.dangqun.kiosk.reference.ReferenceStore;
import cn.dangqun.protocol.ReferenceCodec;
import cn.dangqun.protocol.ReferencePages;
import cn.dangqun.protocol.wire.WallPieceItem;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The wall over a real reference file, at nine in the morning of 10 November 2026 in Shanghai.
class ReferenceWallTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 10);
    private static final WallSlot ROOM = Frames.slot("room-rules");

    @TempDir
    Path directory;

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-11-10T01:00:00Z"));
    private ReferenceStore store;
    private ReferenceWall wall;

    @BeforeEach
    void open() throws Exception {
        store = ReferenceStore.open(directory.resolve("reference.db"), Optional.empty(), clock);
        wall = new ReferenceWall(
                store,
                ContentFiles.open(directory.resolve("content"), store),
                clock,
                ZONE,
                Frames.LIBRARY.lastResort());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void showsTheOathBeforeTheStreetHasSentAnything() {
        assertEquals(List.of("入党誓词"), titles());
    }

    @Test
    void showsWhatTheStreetSentAlsoAfterARestartWithoutANetwork() throws Exception {
        hang(piece("v-1", "活动室管理制度", Validity.from(DAY)));
        assertEquals(List.of("入党誓词", "活动室管理制度"), titles());

        close();
        open();

        assertEquals(List.of("入党誓词", "活动室管理制度"), titles());
    }

    @Test
    void takesDownByItsOwnClockWhatHasEndedAndFallsBack() {
        hang(
                piece("v-1", "平时的制度", Validity.from(DAY.minusDays(30))),
                piece("v-2", "假期的制度", new Validity(DAY, Optional.of(DAY))));
        assertEquals(List.of("入党誓词", "假期的制度"), titles());

        clock.pass(Duration.ofHours(15));

        assertEquals(List.of("入党誓词", "平时的制度"), titles());
    }

    @Test
    void takesDownWhatIsWithdrawnBeforeItTellsTheStreet() {
        hang(piece("v-1", "写错的制度", Validity.from(DAY)));
        var seen = new ArrayList<List<String>>();
        wall.onChange(() -> seen.add(titles()));

        var withdrawal = ReferenceChange.remove(store.applied() + 1, ReferenceKind.WALL_PIECE, "v-1");
        store.apply(
                        ReferencePages.page(
                                store.applied(),
                                store.applied() + 1,
                                false,
                                List.of(ByteString.copyFrom(ReferenceCodec.encode(withdrawal)))),
                        "")
                .join();

        assertEquals(List.of(List.of("入党誓词")), seen);
    }

    @Test
    void showsNothingThatIsInternalEvenIfItWereSent() {
        hang(
                piece -> piece.toBuilder().setClassification("INTERNAL").build(),
                piece("v-1", "内部管理制度", Validity.from(DAY)));

        assertEquals(List.of("入党誓词"), titles());
    }

    @Test
    void keepsTheWallWhenTheStreetIsSilentForLong() {
        hang(piece("v-1", "活动室管理制度", Validity.from(DAY)));
        store.contacted();

        clock.pass(Duration.ofDays(31));

        assertEquals(List.of("入党誓词", "活动室管理制度"), titles());
    }

    @Test
    void showsOnlyTheOathOnARevokedKiosk() {
        hang(piece("v-1", "活动室管理制度", Validity.from(DAY)));

        store.seal().join();

        assertEquals(List.of("入党誓词"), titles());
    }

    @Test
    void tellsOfEveryPage() {
        var told = new AtomicInteger();
        wall.onChange(told::incrementAndGet);

        hang(piece("v-1", "活动室管理制度", Validity.from(DAY)));

        assertEquals(1, told.get());
    }

    @Test
    void showsTheNoticesOfBranchesInTheOrderInWhichTheyAreCounted() {
        var fees = Frames.ofBranches(10);
        var items = new ArrayList<ReferenceItem>();
        items.add(new ReferenceItem.OrganizationItem(
                organization("street", "", OrganizationLevel.STREET_COMMITTEE, "样例街道")));
        items.add(new ReferenceItem.OrganizationItem(
                organization("c1", "street", OrganizationLevel.COMMITTEE, "样例社区党委")));
        items.add(new ReferenceItem.WallSlotItem(Frames.slot("fees")));
        for (var each : fees.reversed()) {
            var branch = each.piece().place().organization().orElseThrow();
            items.add(new ReferenceItem.OrganizationItem(
                    organization(branch.value(), "c1", OrganizationLevel.BRANCH, each.owner())));
            items.add(new ReferenceItem.WallPieceItem(each.piece()));
        }

        apply(items, UnaryOperator.identity());

        assertEquals(
                fees.stream().map(Hanging::owner).toList(),
                wall.today().hanging().stream()
                        .map(Hanging::owner)
                        .filter(owner -> !owner.isEmpty())
                        .toList());
    }

    @Test
    void showsWhatEachOfTheCommunitiesThatTheSiteServesHung() {
        var slot = Frames.LIBRARY.catalogue().all().stream()
                .filter(each -> each.reach() == WallReach.COMMUNITY && !each.official())
                .findFirst()
                .orElseThrow();
        var items = new ArrayList<ReferenceItem>();
        items.add(new ReferenceItem.OrganizationItem(
                organization("street", "", OrganizationLevel.STREET_COMMITTEE, "样例街道")));
        items.add(new ReferenceItem.WallSlotItem(slot));
        for (var id : List.of("c1", "c2")) {
            items.add(new ReferenceItem.OrganizationItem(
                    organization(id, "street", OrganizationLevel.COMMITTEE, "样例社区党委" + id)));
            items.add(new ReferenceItem.WallPieceItem(ofCommunity(slot, id)));
        }

        apply(items, UnaryOperator.identity());
        assertEquals(List.of("", "样例社区党委c1", "样例社区党委c2"), owners());

        items.removeIf(each -> each.id().equals("v-c2"));
        apply(items, UnaryOperator.identity());
        assertEquals(List.of("", ""), owners(), "where there is one only, nobody asks whose it is");
    }

    private List<String> owners() {
        return wall.today().hanging().stream().map(Hanging::owner).toList();
    }

    private static WallPiece ofCommunity(WallSlot slot, String community) {
        return new WallPiece(
                new WallPieceId("v-" + community),
                slot.id(),
                new WallPlace.Community(new OrganizationId(community)),
                1,
                slot.holds(),
                new WallText("样例公开", "样例正文"),
                Optional.empty(),
                Validity.from(DAY),
                DAY);
    }

    private static Organization organization(String id, String parent, OrganizationLevel level, String name) {
        return new Organization(
                new OrganizationId(id),
                Optional.of(parent).filter(above -> !above.isEmpty()).map(OrganizationId::new),
                level,
                OrganizationClass.COMMUNITY,
                name);
    }

    private List<String> titles() {
        return wall.today().hanging().stream()
                .map(each -> each.piece().text().title())
                .toList();
    }

    private static WallPiece piece(String id, String title, Validity validity) {
        var hanging = Frames.hanging("room-rules", title, "样例正文").piece();
        return new WallPiece(
                new WallPieceId(id),
                ROOM.id(),
                hanging.place(),
                id.charAt(2) - '0',
                hanging.classification(),
                new WallText(title, "样例正文"),
                Optional.empty(),
                validity,
                DAY);
    }

    private void hang(WallPiece... pieces) {
        hang(UnaryOperator.identity(), pieces);
    }

    private void hang(UnaryOperator<WallPieceItem> tampering, WallPiece... pieces) {
        var items = new ArrayList<ReferenceItem>();
        items.add(new ReferenceItem.WallSlotItem(ROOM));
        for (var piece : pieces) {
            items.add(new ReferenceItem.WallPieceItem(piece));
        }
        apply(items, tampering);
    }

    private void apply(List<ReferenceItem> items, UnaryOperator<WallPieceItem> tampering) {
        var changes = new ArrayList<ByteString>();
        for (var item : items) {
            changes.add(tampered(ReferenceCodec.encode(ReferenceChange.put(changes.size() + 1, item)), tampering));
        }
        store.apply(ReferencePages.page(0, changes.size(), true, changes), "").join();
    }

    private static ByteString tampered(byte[] bytes, UnaryOperator<WallPieceItem> tampering) {
        try {
            var wire = cn.dangqun.protocol.wire.ReferenceChange.parseFrom(bytes);
            return wire.hasWallPiece()
                    ? wire.toBuilder()
                            .setWallPiece(tampering.apply(wire.getWallPiece()))
                            .build()
                            .toByteString()
                    : wire.toByteString();
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
