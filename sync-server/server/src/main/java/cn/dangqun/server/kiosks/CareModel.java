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
        QueueModel queue,
        SoundModel sound,
        List<String> problems) {
    /// `digits`: those that stand to choose; `host`: whether this one keeps the queue; `lines`: how it stands
    /// at this centre.
    public record QueueModel(List<Choice> digits, boolean host, List<String> lines) {
        public QueueModel {
            digits = List.copyOf(digits);
            lines = List.copyOf(lines);
        }
    }

    public CareModel {
        sites = List.copyOf(sites);
        story = List.copyOf(story);
        problems = List.copyOf(problems);
    }
}
