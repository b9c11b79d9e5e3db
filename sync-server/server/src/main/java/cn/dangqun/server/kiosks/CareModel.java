package cn.dangqun.server.kiosks;

import java.util.List;

/// What the page of one kiosk shows to whoever looks after it. `unsent` is 0 when nothing is known to be.
public record CareModel(
        String id, String name, String site, boolean revoked, long unsent, List<String> story, List<String> problems) {
    public CareModel {
        story = List.copyOf(story);
        problems = List.copyOf(problems);
    }
}
