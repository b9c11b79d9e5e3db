package cn.dangqun.server.start;

import java.util.List;

/// What the page of the first steps shows. `missing` counts steps.
public record StartModel(List<Step> steps, int missing) {
    public StartModel {
        steps = List.copyOf(steps);
    }

    /// One step: how it stands, why it matters, and where it is done. `who` tells whoever may not go there who may.
    public record Step(
            String id,
            boolean done,
            String title,
            String standing,
            String why,
            String path,
            String label,
            String who) {}
}
