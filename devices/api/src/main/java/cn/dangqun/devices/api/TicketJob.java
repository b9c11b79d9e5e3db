package cn.dangqun.devices.api;

/// One order to print. `number` comes from the caller's journal, never repeats, and is printed at the foot of the
/// ticket so that a person can tell which job a piece of paper belongs to.
public record TicketJob(long number, TicketLayout layout) {
    public TicketJob {
        if (number < 1) {
            throw new IllegalArgumentException("print jobs are numbered from 1");
        }
    }
}
