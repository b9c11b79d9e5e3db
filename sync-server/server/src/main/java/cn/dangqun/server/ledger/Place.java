package cn.dangqun.server.ledger;

/// Where a fact stands at the street: the number of its chain, which stands for kiosk and epoch, and its place in it.
public record Place(long chain, long seq) {}
