package cn.dangqun.simulation.world;

/// From one start of a machine to its end. What a machine still does when its power is gone reaches nobody.
public final class Life {
    /// Of what is no machine.
    public static final Life ALWAYS = new Life();

    private boolean on = true;

    public boolean isOn() {
        return on;
    }

    public void end() {
        on = false;
    }
}
