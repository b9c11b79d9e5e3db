package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.wall.WallBoard;
import java.util.ArrayList;
import java.util.List;

/// A wall that hangs what the test says.
final class FakeWall implements WallService {
    private final List<Runnable> listeners = new ArrayList<>();
    private WallBoard board;

    FakeWall(WallBoard board) {
        this.board = board;
    }

    void hang(WallBoard now) {
        board = now;
        listeners.forEach(Runnable::run);
    }

    @Override
    public WallBoard today() {
        return board;
    }

    @Override
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }
}
