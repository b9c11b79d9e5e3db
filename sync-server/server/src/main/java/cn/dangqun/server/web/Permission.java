package cn.dangqun.server.web;

/// What a signed-in person may do beyond reading the counts of the own subtree (F-79). Roles map to sets of these.
public enum Permission {
    /// Unmasked names on the staff's authorised pages; every use is recorded
    SEE_FULL_NAMES,
    /// Who has been missing for months (RULES §4, six months)
    SEE_ABSENCES,
    /// Enter and change organisations of the own subtree, and the sites that serve them
    KEEP_ORGANIZATIONS,
    /// Enter members of the own subtree, move them, end their membership
    KEEP_ROSTER,
    /// Enter people on duty of the own subtree, draw their PINs, remove them
    KEEP_STAFF,
    /// Plan activities of the own subtree, change and cancel them
    PLAN_ACTIVITIES,
    /// Keep the minutes of sessions in the own subtree, and the tasks that they decided on
    KEEP_MINUTES,
    /// Enter what residents ask for and visits to them, answer for it and hand it over, in the own subtree
    HANDLE_REQUESTS,
    /// Note 补课 and 送学上门 of members of the own subtree, and take them back
    RECORD_STUDY,
    /// Close the books of a year of the own subtree, note that they are printed, open what another closed
    CLOSE_BOOKS,
    /// 党费: amounts, months and names of who pays in the own subtree (OQ-33); every look at people is recorded
    SEE_FEES,
    /// Fix amounts, enter months that were paid and ask for less, in the own subtree
    KEEP_FEES,
    /// Approve or refuse less or nothing, which a branch asked for
    APPROVE_FEES,
    /// Create one-time enrolment codes and see technical details of kiosks
    ENROL_KIOSKS,
    /// Invite people, give them roles, end their sessions
    MANAGE_ACCOUNTS,
    /// Issue, print and revoke member codes of the own subtree
    ISSUE_CODES,
    /// Replace the key that signs member codes
    ROTATE_STREET_KEY,
    /// Write, submit and take down what hangs on the walls of the own subtree
    WRITE_WALL,
    /// Approve and publish what others wrote for the wall
    APPROVE_WALL,
    /// Decide what becomes of records that were set aside
    SETTLE_RECORDS,
    /// Read what people did on the console and who unlocked kiosks
    READ_AUDIT,
    /// No role's, but a token's: the organisations of its subtree
    DATA_ORGANIZATIONS,
    /// No role's, but a token's: activities with their figures
    DATA_ACTIVITIES,
    /// No role's, but a token's: what organisations owed in a year
    DATA_LIFE
}
