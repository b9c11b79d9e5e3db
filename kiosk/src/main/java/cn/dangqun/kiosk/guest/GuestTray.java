package cn.dangqun.kiosk.guest;

import cn.dangqun.domain.activity.ActivityId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a feature says of what activity guests are to be registered, before it leads to [#PLACE]. UI thread.
public final class GuestTray {
    public static final String PLACE = "guest";

    private @Nullable Order order;

    /// `back`: the place that one came from.
    public record Order(ActivityId activity, String back) {}

    public void put(Order asked) {
        order = asked;
    }

    Optional<Order> order() {
        return Optional.ofNullable(order);
    }
}
