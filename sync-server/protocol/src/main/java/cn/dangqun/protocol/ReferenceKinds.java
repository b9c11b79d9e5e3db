package cn.dangqun.protocol;

import cn.dangqun.domain.reference.ReferenceKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Which kinds of reference items a kiosk can read, by the protocol version it speaks. An older one is never sent what
/// it would have to drop, since a dropped change never comes again.
public final class ReferenceKinds {
    private ReferenceKinds() {}

    public static Set<ReferenceKind> readableAt(int version) {
        return Arrays.stream(ReferenceKind.values())
                .filter(kind -> since(kind) <= version)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReferenceKind.class)));
    }

    /// The first version that carries the kind.
    public static int since(ReferenceKind kind) {
        return switch (kind) {
            case ORGANIZATION, MEMBER, CARD_BINDING, ACTIVITY, STREET_KEY, REVOKED_CODE, STAFF, SITE -> 1;
            case WALL_SLOT, WALL_PIECE, SERVICE, QUEUE_PLAN -> 3;
            case COMMITTEE_SEAT -> 4;
            case EXEMPTION, RULES, RETURNED -> 5;
            case KIOSK_SETTINGS -> 7;
            case REQUEST_STANDING -> 9;
        };
    }
}
