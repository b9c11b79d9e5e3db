package cn.dangqun.domain.attendance;

/// The five kinds of members who may be left out of 应到 (OQ-03).
public enum ExemptionKind {
    /// 因病不能表达意志
    UNABLE_TO_EXPRESS,
    /// 自费出国半年以上
    ABROAD,
    /// 服刑或被羁押，未受留党察看以上处分
    IN_CUSTODY,
    /// 年老体弱卧床不起，或长期生病生活不能自理
    BEDRIDDEN,
    /// 外出半年以上，应转组织关系而未转
    RELATION_NOT_MOVED
}
