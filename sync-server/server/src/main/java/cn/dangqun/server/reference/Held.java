package cn.dangqun.server.reference;

/// What a kiosk last said it holds: the items of a site, of the kinds that a protocol version carries, with cards under
/// the secret of this name (empty: none, from an older kiosk).
public record Held(String site, int protocol, String cards) {}
