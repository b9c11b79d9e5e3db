package cn.dangqun.server.web;

import java.util.Optional;

/// Who stands at the other end of a request: the peer itself, or the browser that a proxy of the street's names.
///
/// @param remote the address, for the audit and for counting attempts only
/// @param encrypted whether the browser's own connection is
/// @param host what the browser asked for, where the proxy says so
public record Caller(String remote, boolean encrypted, Optional<String> host) {}
