package cn.dangqun.bench.figure;

/// What a figure is held against, measured in the same run. `what`: in words, such as `bare SQL`. Same unit.
public record Baseline(String what, Runs runs) {}
