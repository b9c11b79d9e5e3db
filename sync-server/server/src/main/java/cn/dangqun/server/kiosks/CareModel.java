package cn.dangqun.server.kiosks;

import cn.dangqun.server.web.Choice;
import java.util.List;

/// What the page of one kiosk shows to whoever looks after it. `unsent` is 0 when nothing is known
/// to be; `successor` is a number for the machine that replaces it;
/// `windowAddress` is empty where it serves no pages.
public record CareModel(
        String id,
        String name,
        String site,
        boolean revoked,
        long unsent,
        List<String> story,
        List<Choice> sites,
        String successor,
        String windowAddress,
        String windowFingerprint,
        SoundModel sound,
        List<String> problems) {
    public CareModel {
        sites = List.copyOf(sites);
        story = List.copyOf(story);
        problems = List.copyOf(problems);
    }
}
