package cn.dangqun.kiosk.queue;

/// All that the screens of the queue need.
public record QueueServices(QueueDesk desk, QueueBoard board, TicketCounter counter, TicketPaper paper) {}
