package cn.dangqun.config.profile;

import cn.dangqun.config.profile.json.Place;
import cn.dangqun.domain.profile.ChairPost;
import cn.dangqun.domain.profile.MeetingPractice;
import cn.dangqun.domain.quorum.ElectedBasis;
import cn.dangqun.domain.quorum.MeetingRules;
import cn.dangqun.domain.quorum.QuorumBasis;
import cn.dangqun.domain.quorum.Threshold;
import cn.dangqun.domain.quorum.WrittenOpinions;
import java.util.List;

/// Reads what a profile says about meetings, quorums and ballots.
final class MeetingReader {
    private static final int LARGEST = 1000;

    private MeetingReader() {}

    static MeetingRules rules(Place place) {
        place.only(
                "rules",
                "source",
                "version",
                "title",
                "meetingQuorum",
                "committeeQuorum",
                "resolution",
                "electionQuorum",
                "basis",
                "electionBasis",
                "electedBasis",
                "countWrittenOpinions",
                "signatureRequired");
        place.maybe("rules").ifPresent(rules -> rules.items().forEach(DutyReader::ruleId));
        return new MeetingRules(
                threshold(place.field("meetingQuorum")),
                place.maybe("committeeQuorum").map(MeetingReader::threshold),
                threshold(place.field("resolution")),
                threshold(place.field("electionQuorum")),
                place.setting("basis", "basis")
                        .orElseGet(() -> place.field("basis"))
                        .oneOf(QuorumBasis.class),
                place.setting("electionBasis", "electionBasis")
                        .map(each -> each.oneOf(QuorumBasis.class))
                        .orElse(QuorumBasis.VOTING_DUE),
                place.setting("electedBasis", "electedBasis")
                        .map(each -> each.oneOf(ElectedBasis.class))
                        .orElse(ElectedBasis.VOTING_DUE),
                place.setting("countWrittenOpinions", "countWrittenOpinions")
                        .orElseGet(() -> place.field("countWrittenOpinions"))
                        .oneOf(WrittenOpinions.class),
                place.setting("signatureRequired", "signatureRequired")
                        .orElseGet(() -> place.field("signatureRequired"))
                        .yes());
    }

    static MeetingPractice practice(Place place) {
        place.only("chairs", "noticeDays", "handwrittenScanRequired");
        var chairs = place.field("chairs");
        var posts =
                chairs.items().stream().map(each -> each.oneOf(ChairPost.class)).toList();
        if (posts.isEmpty()) {
            chairs.fault("practice.no_chair");
        }
        return new MeetingPractice(
                posts.isEmpty() ? List.of(ChairPost.SECRETARY) : posts,
                place.field("noticeDays").whole(0, 60),
                place.field("handwrittenScanRequired").yes());
    }

    /// `["GT", 1, 2]`: more than one half.
    private static Threshold threshold(Place place) {
        var parts = place.items();
        if (parts.size() != 3) {
            place.fault("threshold.form");
            return Threshold.moreThan(1, 2);
        }
        var comparison = parts.get(0).oneOf(Threshold.Comparison.class);
        int den = parts.get(2).whole(1, LARGEST);
        int num = parts.get(1).whole(1, LARGEST);
        if (num > den || (num == den && comparison == Threshold.Comparison.GT)) {
            place.fault("threshold.impossible");
            return Threshold.moreThan(1, 2);
        }
        return new Threshold(comparison, num, den);
    }
}
