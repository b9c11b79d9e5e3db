package cn.dangqun.kiosk.staff;

import java.util.ArrayList;
import java.util.List;

/// Notes what it was asked to do, and goes on.
public final class FakeProgram implements Program {
    public boolean startedAgain = true;
    public final List<String> done = new ArrayList<>();

    @Override
    public boolean isStartedAgain() {
        return startedAgain;
    }

    @Override
    public void restart() {
        done.add("restart");
    }

    @Override
    public void end() {
        done.add("end");
    }
}
