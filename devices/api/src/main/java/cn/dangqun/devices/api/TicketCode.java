package cn.dangqun.devices.api;

import java.util.BitSet;

/// The modules of a square code (QR) as computed by the caller, without the quiet zone, which the driver adds.
/// Immutable.
public final class TicketCode {
    private static final int SIDE_MIN = 11;
    private static final int SIDE_MAX = 177;

    private final int side;
    private final BitSet dark;

    private TicketCode(int side, BitSet dark) {
        this.side = side;
        this.dark = dark;
    }

    /// `modules[y][x]` is true where the code is dark.
    ///
    /// @throws IllegalArgumentException when it is not square or not of a size codes have (11 to 177)
    public static TicketCode of(boolean[][] modules) {
        int side = modules.length;
        if (side < SIDE_MIN || side > SIDE_MAX) {
            throw new IllegalArgumentException("a code has " + SIDE_MIN + " to " + SIDE_MAX + " modules a side");
        }
        var dark = new BitSet(side * side);
        for (int y = 0; y < side; y++) {
            if (modules[y].length != side) {
                throw new IllegalArgumentException("a code is square");
            }
            for (int x = 0; x < side; x++) {
                dark.set(y * side + x, modules[y][x]);
            }
        }
        return new TicketCode(side, dark);
    }

    public int side() {
        return side;
    }

    public boolean isDark(int x, int y) {
        return dark.get(y * side + x);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TicketCode that && side == that.side && dark.equals(that.dark);
    }

    @Override
    public int hashCode() {
        return dark.hashCode();
    }
}
