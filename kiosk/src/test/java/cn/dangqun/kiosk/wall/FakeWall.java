package cn.dangqun.kiosk.wall;

import cn.dangqun.domain.content.ContentId;
import cn.dangqun.domain.wall.WallBoard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A wall that hangs what the test says.
final class FakeWall implements WallService {
    private final List<Runnable> listeners = new ArrayList<>();
    final Map<ContentId, byte[]> files = new HashMap<>();
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
    public boolean hasCome(ContentId file) {
        return files.containsKey(file);
    }

    @Override
    public Optional<byte[]> picture(ContentId file) {
        return Optional.ofNullable(files.get(file));
    }

    @Override
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }
}
