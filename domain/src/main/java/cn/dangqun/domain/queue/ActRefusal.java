package cn.dangqun.domain.queue;

/// Why nothing was done about a number.
public enum ActRefusal {
    /// No ticket of this day
    UNKNOWN_TICKET,
    UNKNOWN_WINDOW,
    /// The same as now, or one that no window serves
    UNKNOWN_SERVICE,
    /// Nobody whom this window may call
    NOBODY_WAITS,
    /// Somebody else comes first
    NOT_NEXT,
    /// The window still has somebody: 办结, 过号, 转窗 or 挂起 first
    WINDOW_BUSY,
    NOT_WAITING,
    NOT_CALLED,
    NOT_PASSED,
    NOT_HELD,
    /// Called to another window
    ELSEWHERE,
    /// 过号 now
    CALLED_OFTEN_ENOUGH,
    /// Served, withdrawn or given up
    CLOSED,
    /// On its way to the kiosk that keeps the queue of the centre, or there; the line to it is cut
    WITH_THE_HOST,
    /// The kiosk that keeps the queue of the centre did not answer: nobody knows whether it was done
    HOST_SILENT
}
