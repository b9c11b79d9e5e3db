package cn.dangqun.kiosk.scan;

import cn.dangqun.domain.activity.Activity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a feature says of what activity a paper list is to be kept, before it leads to [#PLACE]. UI thread.
public final class ScanTray {
    /// The place where one takes it.
    public static final String PLACE = "scan";

    private @Nullable Order order;

    /// `back`: the place that one came from.
    public record Order(Activity activity, String back) {}

    public void put(Order asked) {
        order = asked;
    }

    Optional<Order> order() {
        return Optional.ofNullable(order);
    }
}
