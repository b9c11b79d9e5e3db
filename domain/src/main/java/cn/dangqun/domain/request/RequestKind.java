package cn.dangqun.domain.request;

/// What somebody came with, or what somebody of the staff went for.
public enum RequestKind {
    /// 民情: an opinion or a complaint, also of somebody who does not say who they are
    OPINION,
    /// 代办: somebody named sees to it all the way
    AGENCY,
    /// 咨询
    CONSULTING,
    /// 接访: with a secretary or a Party delegate on a reception day
    RECEPTION,
    /// 走访: the staff went to a household
    VISIT
}
