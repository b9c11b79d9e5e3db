package cn.dangqun.papers;

import java.util.List;
import java.util.Optional;

/// 表决结果 of one item; `slips` where papers were given out. `method` such as 无记名投票; `attendance` says who was due and who
/// voted, in words.
/// Written opinions of absent voters are listed one by one; whether they are valid votes is said by `slips`
/// (forms.md, finding 2).
public record BallotProtocol(
        MeetingHead meeting,
        String item,
        String method,
        String attendance,
        Optional<Slips> slips,
        List<Votes> votes,
        List<Opinion> opinions,
        List<String> basis,
        String verdict)
        implements Paper {
    public BallotProtocol {
        votes = List.copyOf(votes);
        opinions = List.copyOf(opinions);
        basis = List.copyOf(basis);
        if (item.isBlank()) {
            throw new IllegalArgumentException("a ballot is about something");
        }
    }

    /// 发出 收回 有效 无效
    public record Slips(int issued, int returned, int valid, int invalid) {}

    /// 赞成 反对 弃权 about one person or matter.
    public record Votes(String about, int yes, int no, int abstained) {}

    /// Sent in writing before the meeting; `says` such as 同意.
    public record Opinion(String name, String says, String reason) {
        @Override
        public String toString() {
            return "Opinion[]";
        }
    }

    @Override
    public String toString() {
        return "BallotProtocol[" + meeting + "]";
    }
}
