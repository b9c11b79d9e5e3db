package cn.dangqun.bench.farm.kiosk;

import cn.dangqun.domain.member.MemberId;

/// Somebody who checks in. `words`: what is held to the kiosk, `card HEX` or `code TEXT`.
public record Visitor(MemberId member, String words) {}
