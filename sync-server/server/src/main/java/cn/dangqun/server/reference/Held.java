package cn.dangqun.server.reference;

/// What a kiosk last said it holds: the items of a site, of the kinds that a protocol version carries.
public record Held(String site, int protocol) {}
