package cn.dangqun.sheets.roster;

import cn.dangqun.domain.credential.ResidentNumber;
import cn.dangqun.domain.member.MemberCategory;
import cn.dangqun.domain.member.MemberId;
import cn.dangqun.domain.member.MemberStatus;
import cn.dangqun.domain.member.RelationKind;
import cn.dangqun.domain.member.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a row says of a person. Empty is what the row does not say: nothing is ever taken away for it. `branch` is the
/// name as written. A row with problems is not applied.
public record RosterLine(
        int row,
        String name,
        Optional<ResidentNumber> number,
        String branch,
        String group,
        Optional<MemberStatus> status,
        Optional<RelationKind> relation,
        Optional<Sex> sex,
        Optional<LocalDate> born,
        Optional<String> ethnicGroup,
        Optional<String> education,
        Optional<String> phone,
        Optional<LocalDate> joined,
        Optional<LocalDate> confirmed,
        Optional<String> post,
        Set<MemberCategory> categories,
        Optional<String> remark,
        Optional<MemberId> id,
        List<Problem> problems) {
    public RosterLine {
        categories = Set.copyOf(categories);
        problems = List.copyOf(problems);
    }

    /// What is wrong with a cell, and what stands in it.
    public record Problem(RosterColumn column, Kind kind, String cell) {
        @Override
        public String toString() {
            return "Problem[" + column + " " + kind + "]";
        }
    }

    public enum Kind {
        MISSING,
        TOO_LONG,
        NO_NUMBER_LENGTH,
        NO_NUMBER_CHARACTERS,
        NO_NUMBER_BIRTH,
        NO_NUMBER_CHECK,
        /// Excel keeps 15 digits of a number and has put zeros for the last
        NUMBER_LOST_DIGITS,
        NO_DAY,
        NO_CHOICE,
        /// The person has left the Party or is in no good standing
        NOT_IN_GOOD_STANDING,
        /// The number says otherwise
        NOT_AS_THE_NUMBER,
        /// 转正 before 入党
        ORDER
    }

    @Override
    public String toString() {
        return "RosterLine[" + row + "]";
    }
}
