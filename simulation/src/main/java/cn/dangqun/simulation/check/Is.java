package cn.dangqun.simulation.check;

/// What somebody knows of a deed.
public enum Is {
    NO,
    /// Nobody was told, or what was written is gone with its disk.
    PERHAPS,
    YES;

    /// After a disk on which it may have been was lost.
    public Is lost() {
        return this == YES ? PERHAPS : this;
    }
}
