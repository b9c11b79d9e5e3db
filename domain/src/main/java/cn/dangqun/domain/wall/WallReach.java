package cn.dangqun.domain.wall;

/// Whose walls a frame's content is for: one text for the street, one per community, one per branch, which hang side
/// by side at the community's, or one per site.
public enum WallReach {
    STREET,
    COMMUNITY,
    BRANCH,
    SITE
}
