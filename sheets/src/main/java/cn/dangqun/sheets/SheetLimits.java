package cn.dangqun.sheets;

/// How much of a file is read before it is refused; `longestCell` in characters, what is longer is cut off there.
public record SheetLimits(long bytes, long unpackedBytes, int rows, int columns, int longestCell) {
    /// 50 000 members with every column of the books take a tenth of it.
    public static final SheetLimits ROSTER = new SheetLimits(32L << 20, 400L << 20, 100_000, 400, 2000);
}
