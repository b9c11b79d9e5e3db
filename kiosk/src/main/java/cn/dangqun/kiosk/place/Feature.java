package cn.dangqun.kiosk.place;

/// Something this kiosk can do, opened over the kiosk's parts: its desk works at once, its screens when a window asks
/// for them. A feature is added by its package, its texts and its lines in the one list of features.
public interface Feature extends AutoCloseable {
    /// What it shows. Called once for each window, on the UI thread.
    Contribution screens(PlaceContext context);

    /// Lets go of what it holds, before the ledger closes.
    @Override
    default void close() {}
}
