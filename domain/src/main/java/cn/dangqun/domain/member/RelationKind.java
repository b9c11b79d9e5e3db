package cn.dangqun.domain.member;

/// What a person is to the branch that lists them.
public enum RelationKind {
    /// 自管党员: the membership relation is here; counted in 应到
    HOME,
    /// 双报到在职党员: welcome, never in 应到
    REPORTED_IN,
    /// 流入党员: welcome, never in 应到
    FLOATING_IN
}
