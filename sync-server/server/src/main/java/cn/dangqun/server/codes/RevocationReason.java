package cn.dangqun.server.codes;

/// Why a card is withdrawn.
enum RevocationReason {
    /// 遗失
    LOST,
    /// 损坏
    DAMAGED,
    /// 调离
    MOVED_AWAY,
    /// 换发: another card took its place
    REPLACED,
    /// 其他, with a note
    OTHER
}
