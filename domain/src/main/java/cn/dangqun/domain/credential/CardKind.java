package cn.dangqun.domain.credential;

/// How a card was recognised; each kind is keyed apart, so that a UID never collides with a number.
public enum CardKind {
    /// 居民身份证 by its number, read through a SAM reader (F-02)
    RESIDENT_NUMBER,
    /// 居民身份证 by its chip serial, read through an ordinary reader (PLATFORM §2a)
    RESIDENT_CHIP,
    /// Any other contactless card by its full UID (F-01)
    CONTACTLESS_UID
}
