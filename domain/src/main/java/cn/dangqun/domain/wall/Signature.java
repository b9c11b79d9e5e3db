package cn.dangqun.domain.wall;

import java.time.Instant;

/// Who took a step, and when. `login` is the account's, never a name.
public record Signature(String login, Instant at) {}
