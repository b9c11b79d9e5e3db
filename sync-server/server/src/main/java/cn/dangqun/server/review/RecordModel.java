package cn.dangqun.server.review;

/// One record that was set aside, and the form that decides about it. `action` is empty when it is decided,
/// `namesAddress`, which leads to full names or back, for whoever may not see them.
public record RecordModel(
        ReviewModel.Row row, String problem, String action, String namesAddress, boolean fullNames, String reason) {}
