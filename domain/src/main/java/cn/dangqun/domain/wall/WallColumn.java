package cn.dangqun.domain.wall;

/// What makes a frame a publicity column: which one, and how often it is renewed.
public record WallColumn(PublicityColumn column, PublicityCycle cycle) {}
