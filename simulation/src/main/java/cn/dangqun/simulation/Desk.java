package cn.dangqun.simulation;

import java.util.List;

/// What people do at kiosks beside checking in, and what must have come of it.
interface Desk {
    /// What was written there may be gone with its disk, or is at another machine too. `kiosk`: by number, a clone by
    /// its own.
    void lost(int kiosk);

    /// What is not as it must be when all have met.
    List<String> met();
}
