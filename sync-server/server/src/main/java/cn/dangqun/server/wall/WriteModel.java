package cn.dangqun.server.wall;

import java.util.List;

/// The form in which words for a frame are written. `notice` says what is wrong with what was typed; `action` is where
/// the form goes, `id` names the version it makes or changes.
public record WriteModel(
        String frame,
        String place,
        String placeId,
        boolean official,
        String compared,
        String notice,
        String action,
        String back,
        String id,
        int revision,
        List<Kind> kinds,
        Typed typed) {
    public WriteModel {
        kinds = List.copyOf(kinds);
    }

    public record Kind(String value, String name, boolean chosen) {}

    /// What stands in the fields.
    public record Typed(
            String title,
            String body,
            String classification,
            String work,
            String edition,
            String proofreadOn,
            String from,
            String until) {}
}
