package cn.dangqun.kiosk.window;

import java.net.Inet6Address;
import java.net.InetAddress;

/// Who may come near at all. `innerOnly`: addresses of inner networks (RFC 1918, link-local, unique local, this
/// machine).
record Neighbours(boolean innerOnly) {
    boolean mayCome(InetAddress from) {
        return !innerOnly
                || from.isLoopbackAddress()
                || from.isSiteLocalAddress()
                || from.isLinkLocalAddress()
                || isUniqueLocal(from);
    }

    /// fc00::/7
    private static boolean isUniqueLocal(InetAddress from) {
        return from instanceof Inet6Address && (from.getAddress()[0] & 0xFE) == 0xFC;
    }
}
