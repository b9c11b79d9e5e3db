package cn.dangqun.domain.wall;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All frames of a street, in the order in which they hang. Immutable.
public final class WallCatalogue {
    private static final Comparator<WallSlot> AS_THEY_HANG = Comparator.comparing(WallSlot::group)
            .thenComparingInt(WallSlot::order)
            .thenComparing(WallSlot::id);

    private final Map<WallSlotId, WallSlot> slots = new LinkedHashMap<>();

    /// @throws IllegalArgumentException when two frames have one id
    public WallCatalogue(List<WallSlot> slots) {
        slots.stream().sorted(AS_THEY_HANG).forEach(each -> {
            if (this.slots.put(each.id(), each) != null) {
                throw new IllegalArgumentException("wall slot " + each.id() + " appears twice");
            }
        });
    }

    public List<WallSlot> all() {
        return List.copyOf(slots.values());
    }

    public Optional<WallSlot> find(WallSlotId id) {
        return Optional.ofNullable(slots.get(id));
    }
}
