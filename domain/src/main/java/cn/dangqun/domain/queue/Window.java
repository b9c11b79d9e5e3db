package cn.dangqun.domain.queue;

import java.util.Set;

/// A window of a centre. Without `services` it serves all of them: one queue for all windows.
public record Window(int number, String name, Set<ServiceId> services) {
    public static final int NUMBER_MAX = 99;

    public Window {
        services = Set.copyOf(services);
        if (number < 1 || number > NUMBER_MAX) {
            throw new IllegalArgumentException("windows are numbered 1 to " + NUMBER_MAX);
        }
    }

    public boolean serves(ServiceId service) {
        return services.isEmpty() || services.contains(service);
    }
}
