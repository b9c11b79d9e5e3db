package cn.dangqun.server.web;

/// What a route demands and leaves behind: who may, whose subtree, and what stands in the record (F-79). No route can
/// be hung up without one.
public record Policy(Right right, Subtree subtree, Trace trace) {}
