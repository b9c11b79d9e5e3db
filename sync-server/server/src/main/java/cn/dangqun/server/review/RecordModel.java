package cn.dangqun.server.review;

/// One record that was set aside, and the form that decides about it. `form` is empty when it is decided.
public record RecordModel(ReviewModel.Row row, String problem, String action, String reason) {}
