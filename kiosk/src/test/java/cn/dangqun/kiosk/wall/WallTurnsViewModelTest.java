package cn.dangqun.kiosk.wall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.dangqun.domain.wall.WallBoard;
import cn.dangqun.domain.wall.WallBoard.Hanging;
import cn.dangqun.kiosk.ui.HandMovedTime;
import cn.dangqun.kiosk.wall.WallPages.Paper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WallTurnsViewModelTest {
    private static final Hanging OATH = Frames.LIBRARY.lastResort();
    private static final Hanging NOTICE = Frames.hanging("publicity-party", "党务公开", "一\n二\n三\n四\n五\n六");

    private final FakeWall wall = new FakeWall(Frames.only(OATH, NOTICE));
    private final HandMovedTime time = new HandMovedTime(Instant.EPOCH);
    private final WallTurnsViewModel turns = new WallTurnsViewModel(wall, time);

    @BeforeEach
    void smallPaper() {
        turns.fit(new Paper(60, 5));
    }

    @Test
    void showsEverySheetInTurnAndThenRests() {
        turns.idle(true);

        assertEquals(List.of("rest", "入党誓词 0", "党务公开 0", "党务公开 1", "rest", "入党誓词 0"), next(6));
    }

    @Test
    void showsTheNoticeOfEveryBranch() {
        wall.hang(new WallBoard(Frames.ofBranches(2)));
        turns.idle(true);

        assertEquals(List.of("rest", "上半年党费收缴情况 0", "上半年党费收缴情况 0", "rest"), next(4));
    }

    @Test
    void restsWhileCheckInIsOpen() {
        turns.checkInOpen(true);
        turns.idle(true);

        assertEquals(List.of("rest", "rest", "rest"), next(3));
    }

    @Test
    void givesWayAtOnceWhenCheckInOpensAndComesBackAfterwards() {
        turns.idle(true);
        next(2);

        turns.checkInOpen(true);
        assertEquals("rest", shown());

        turns.checkInOpen(false);
        assertEquals(List.of("rest", "入党誓词 0"), next(2));
    }

    @Test
    void stopsWhenSomebodyComes() {
        turns.idle(true);
        next(2);

        turns.idle(false);

        assertEquals(List.of("rest", "rest", "rest"), next(3));
    }

    @Test
    void takesDownWhatIsWithdrawnWhileItIsShown() {
        turns.idle(true);
        next(3);
        assertEquals("党务公开 1", shown());

        wall.hang(Frames.only(OATH));

        assertEquals("rest", shown());
    }

    /// What is shown now, and after each of the following turns.
    private List<String> next(int count) {
        var shown = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            shown.add(shown());
            time.pass(WallTurnsViewModel.TURN);
        }
        return shown;
    }

    private String shown() {
        return switch (turns.state().get()) {
            case WallTurn.Rest _ -> "rest";
            case WallTurn.Show(var page) -> page.hanging().piece().text().title() + " " + page.number();
        };
    }
}
