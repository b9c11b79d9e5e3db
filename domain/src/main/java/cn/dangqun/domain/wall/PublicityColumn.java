package cn.dangqun.domain.wall;

/// The three publicity columns (公开栏, R-021).
public enum PublicityColumn {
    /// 党务
    PARTY,
    /// 居务
    RESIDENTS,
    /// 财务
    FINANCE
}
