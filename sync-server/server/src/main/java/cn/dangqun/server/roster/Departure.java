package cn.dangqun.server.roster;

/// Why somebody does not belong any more.
enum Departure {
    MOVED_OUT,
    DIED,
    EXPELLED;

    MemberChange.Kind kind() {
        return switch (this) {
            case MOVED_OUT -> MemberChange.Kind.MOVED_OUT;
            case DIED -> MemberChange.Kind.DIED;
            case EXPELLED -> MemberChange.Kind.EXPELLED;
        };
    }
}
