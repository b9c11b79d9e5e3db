package cn.dangqun.domain.reference;

/// Kinds of reference items; a [ReferenceChange] that removes an item names its kind.
public enum ReferenceKind {
    ORGANIZATION,
    MEMBER,
    CARD_BINDING,
    ACTIVITY,
    STREET_KEY,
    REVOKED_CODE,
    STAFF,
    SITE,
    WALL_SLOT,
    WALL_PIECE,
    SERVICE,
    QUEUE_PLAN,
    COMMITTEE_SEAT,
    EXEMPTION,
    RULES,
    RETURNED,
    KIOSK_SETTINGS,
    REQUEST_STANDING
}
