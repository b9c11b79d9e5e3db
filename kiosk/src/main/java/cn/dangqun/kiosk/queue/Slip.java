package cn.dangqun.kiosk.queue;

import cn.dangqun.domain.queue.Estimate;
import cn.dangqun.domain.queue.Ticket;

/// A number as its person gets it: what for, how many are ahead, and how long that takes.
public record Slip(Ticket ticket, String service, int ahead, Estimate estimate) {}
