package cn.dangqun.domain.request;

/// What is done about a request after it was filed.
public enum RequestStep {
    /// 接手: whoever it was handed over to takes it
    ACCEPTED,
    /// 办理中: something was done
    IN_PROGRESS,
    /// 待补材料
    WAITING_MATERIAL,
    /// 转交 to somebody, who answers for it once they have accepted
    TRANSFERRED,
    /// 办结, with an answer
    DONE,
    /// 撤回 by whoever had asked
    WITHDRAWN,
    /// 不予办理, with the reason
    REFUSED,
    /// 退回: whoever it was handed over to does not take it
    DECLINED,
    /// 重新办理: it was closed too early
    REOPENED,
    /// 上报街道: beyond what the centre can do
    ESCALATED,
    /// Somebody at a window read who asked and what was said: changes nothing, and is on the record
    OPENED;

    /// Whether it takes a request further.
    public boolean isDone() {
        return this != OPENED;
    }
}
