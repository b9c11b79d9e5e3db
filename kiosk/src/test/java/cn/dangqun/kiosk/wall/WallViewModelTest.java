package cn.dangqun.kiosk.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.wall.WallBoard;
import cn.dangqun.domain.wall.WallBoard.Hanging;
import cn.dangqun.domain.wall.WallGroup;
import cn.dangqun.domain.wall.WallSlotId;
import cn.dangqun.kiosk.ui.HandMovedTime;
import cn.dangqun.kiosk.wall.WallPages.Paper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WallViewModelTest {
    private static final Hanging OATH = Frames.LIBRARY.lastResort();
    private static final Hanging NOTICE =
            Frames.hanging("publicity-party", "党务公开", "一\n".repeat(60).strip());

    private final FakeWall wall = new FakeWall(Frames.only(OATH, NOTICE));
    private final HandMovedTime time = new HandMovedTime(Instant.EPOCH);
    private final WallViewModel model = new WallViewModel(wall, time);

    @Test
    void listsOnlyGroupsInWhichSomethingHangs() {
        assertEquals(
                new WallState.Listed(
                        List.of(WallGroup.CONSTITUTION, WallGroup.PUBLICITY),
                        WallGroup.CONSTITUTION,
                        WallRow.of(List.of(OATH))),
                model.state().get());

        model.show(WallGroup.PUBLICITY);
        assertEquals(WallRow.of(List.of(NOTICE)), listed().frames());
    }

    @Test
    void turnsPagesAndStopsAtBothEnds() {
        read();
        int last = page().sheets().size() - 1;
        assertTrue(last > 0);

        model.turn(-1);
        assertEquals(0, page().number());
        for (int i = 0; i < last + 3; i++) {
            model.turn(1);
        }
        assertEquals(last, page().number());
        model.back();
        assertEquals(WallGroup.PUBLICITY, listed().group());
    }

    @Test
    void takesAPageFromUnderTheReadersEyesWhenItIsWithdrawn() {
        read();

        wall.hang(Frames.only(OATH));

        assertEquals(WallRow.of(List.of(OATH)), listed().frames());
    }

    @Test
    void goesOnReadingWhenSomethingElseChanges() {
        read();
        model.turn(1);

        wall.hang(Frames.only(NOTICE));

        assertEquals(1, page().number());
    }

    @Test
    void setsThePageAnewForARoomierScreen() {
        read();
        int before = page().sheets().size();

        model.fit(new Paper(40, 200));

        assertTrue(page().sheets().size() < before);
        assertEquals(1, page().sheets().size());
    }

    @Test
    void letsAReaderChooseAmongTheBranchesThatShareAFrame() {
        var branches = Frames.ofBranches(3);
        wall.hang(new WallBoard(branches));
        model.open();
        assertEquals(1, listed().frames().size());

        model.read(new WallSlotId("fees"));
        assertEquals(
                new WallState.Shared(WallRow.of(branches).getFirst()),
                model.state().get());
        model.read(branches.get(1).piece().id());
        assertEquals(branches.get(1), page().hanging());

        model.back();
        assertInstanceOf(WallState.Shared.class, model.state().get());
        model.back();
        assertEquals(WallGroup.PUBLICITY, listed().group());
    }

    @Test
    void readsWhatIsToBeSeenUntilThePictureComes() {
        var jpeg = Pictures.upright();
        var pictured = Pictures.hanging(List.of(jpeg));
        wall.hang(Frames.only(pictured));

        model.read(new WallSlotId("room-rules"));

        assertEquals(2, page().sheets().size());
        assertEquals(Optional.empty(), page().sheet().shown());
        assertTrue(page().sheet().lines().getFirst().text().startsWith("活动室平面图"));

        wall.files.put(ContentId.of(jpeg), jpeg);
        wall.hang(Frames.only(pictured));
        assertEquals(
                Optional.of(pictured.piece().pictures().getFirst()),
                page().sheet().shown());
        model.turn(1);
        assertEquals(Optional.empty(), page().sheet().picture());
        assertTrue(page().sheet().lines().getFirst().text().startsWith("示例文本"));
        assertTrue(page().isLast());

        model.turn(-1);
        wall.files.clear();
        wall.hang(Frames.only(pictured));
        assertEquals(Optional.empty(), page().sheet().shown());
    }

    @Test
    void opensTheOnlyNoticeOfAFrameThatBranchesShareAtOnce() {
        var only = Frames.ofBranches(1);
        wall.hang(new WallBoard(only));

        model.read(new WallSlotId("fees"));

        assertEquals(only.getFirst(), page().hanging());
        model.back();
        assertEquals(WallGroup.PUBLICITY, listed().group());
    }

    private void read() {
        model.read(new WallSlotId("publicity-party"));
    }

    private WallPage page() {
        return assertInstanceOf(WallState.Reading.class, model.state().get()).page();
    }

    private WallState.Listed listed() {
        return assertInstanceOf(WallState.Listed.class, model.state().get());
    }
}
