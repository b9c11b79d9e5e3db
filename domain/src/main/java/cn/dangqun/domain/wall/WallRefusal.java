package cn.dangqun.domain.wall;

/// Why a step is not taken.
public enum WallRefusal {
    /// 内部管理等制度不得上墙; also what nobody has classified
    INTERNAL,
    /// The frame is on the list of what must never hang
    FORBIDDEN_FRAME,
    /// Nobody has said in words what a picture shows (替代文字)
    PICTURE_WITHOUT_WORDS,
    /// An official text is words that can be compared, not a picture of them
    PICTURE_OF_OFFICIAL_TEXT,
    /// The frame holds another kind of content
    WRONG_KIND,
    /// An official text without work and edition
    NO_SOURCE,
    /// An official text nobody has proofread: 待核对
    NOT_PROOFREAD,
    /// The edition names neither a year nor a congress
    NO_EDITION,
    /// Proofread on a day that is still to come, or before the edition existed
    PROOFREAD_DAY,
    /// It differs from the text that came with the program, and the approver has not answered for that
    DIFFERENCE_UNSEEN,
    /// Whoever wrote or submitted it does not approve it (F-38)
    SAME_PERSON,
    /// Nobody has answered for the 保密审查
    NO_SECRECY_REVIEW,
    /// Its last day has passed
    ENDED,
    /// Withdrawing or giving back needs words
    NO_REASON,
    /// The version is not where this step begins
    NOT_NOW
}
