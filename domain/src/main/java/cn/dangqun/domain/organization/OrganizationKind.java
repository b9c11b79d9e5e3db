package cn.dangqun.domain.organization;

/// On what an organisation is built.
public enum OrganizationKind {
    /// 一般
    ORDINARY,
    /// 片区、楼栋上
    GRID,
    /// 流动党员
    FLOATING,
    /// 产业链上
    INDUSTRY,
    /// 项目上
    PROJECT,
    /// 商务楼宇上
    BUILDING,
    /// 线上
    ONLINE,
    /// 大党委、联合委员会
    JOINT
}
