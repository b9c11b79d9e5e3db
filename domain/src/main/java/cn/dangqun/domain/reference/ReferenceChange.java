package cn.dangqun.domain.reference;

import java.util.Optional;

/// A numbered change: `item` is the new state, or empty when the item is gone. Applied in the order of `number`.
public record ReferenceChange(long number, ReferenceKind kind, String id, Optional<ReferenceItem> item) {
    public static ReferenceChange put(long number, ReferenceItem item) {
        return new ReferenceChange(number, item.kind(), item.id(), Optional.of(item));
    }

    public static ReferenceChange remove(long number, ReferenceKind kind, String id) {
        return new ReferenceChange(number, kind, id, Optional.empty());
    }
}
