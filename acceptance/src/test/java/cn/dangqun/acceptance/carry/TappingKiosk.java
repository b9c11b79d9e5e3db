package cn.dangqun.acceptance.carry;

import cn.dangqun.domain.checkin.CheckInOutcome;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// A process with a kiosk at which people tap. It says each success only after the desk did, and when everything is at
/// the street; it ends by being killed.
final class TappingKiosk {
    static final String OPENED = "opened";
    static final String SHOWN = "shown ";
    static final String SENT = "sent";

    private TappingKiosk() {}

    /// `arguments`: settings, and the numbers of the people who tap.
    public static void main(String[] arguments) throws Exception {
        var kiosk = new ScreenlessKiosk(Path.of(arguments[0]));
        System.out.println(OPENED);
        for (int i = 1; i < arguments.length; i++) {
            if (kiosk.tap(Integer.parseInt(arguments[i])) instanceof CheckInOutcome.Counted) {
                System.out.println(SHOWN + arguments[i]);
            }
        }
        while (!kiosk.hasSentAll()) {
            LockSupport.parkNanos(5_000_000);
        }
        System.out.println(SENT);
        LockSupport.park();
    }
}
