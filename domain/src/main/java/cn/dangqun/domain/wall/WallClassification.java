package cn.dangqun.domain.wall;

/// What kind of content it is, and with that whether it may hang at all.
public enum WallClassification {
    /// Official texts, quoted
    PUBLIC_TEXT,
    /// 功能室管理制度 and the like
    PUBLIC_RULE,
    /// 党建公共服务流程
    SERVICE_PROCESS,
    /// 公开栏 and 公示
    PUBLICITY,
    /// 内部管理等制度, and whatever nobody has classified: never hangs
    INTERNAL;

    public boolean mayHang() {
        return this != INTERNAL;
    }

    /// A word nobody knows is taken for the one that never hangs.
    public static WallClassification orInternal(String name) {
        for (var each : values()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return INTERNAL;
    }
}
