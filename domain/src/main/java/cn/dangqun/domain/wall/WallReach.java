package cn.dangqun.domain.wall;

/// Whose walls a frame's content is for: one text for the street, one per community, or one per site.
public enum WallReach {
    STREET,
    COMMUNITY,
    SITE
}
