package cn.dangqun.domain.wall;

/// The groups in which frames hang, in the order of the kiosk's list.
public enum WallGroup {
    /// 誓词与章程
    CONSTITUTION,
    /// 公开栏
    PUBLICITY,
    /// 组织与职责
    ORGANIZATION,
    /// 制度与流程
    RULES,
    /// 流程图 (RULES 1.12)
    FLOWS,
    /// 服务与其他
    SERVICE
}
