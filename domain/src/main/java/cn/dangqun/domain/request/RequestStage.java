package cn.dangqun.domain.request;

/// Where a request stands (RULES §2, ServiceRequest).
public enum RequestStage {
    /// 已登记
    FILED,
    /// 已接手
    ACCEPTED,
    /// 办理中
    IN_PROGRESS,
    /// 待补材料
    WAITING_MATERIAL,
    /// 已办结
    DONE,
    /// 已撤回
    WITHDRAWN,
    /// 不予办理
    REFUSED;

    public boolean isClosed() {
        return this == DONE || this == WITHDRAWN || this == REFUSED;
    }
}
