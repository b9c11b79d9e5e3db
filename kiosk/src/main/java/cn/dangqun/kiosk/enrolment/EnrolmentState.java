package cn.dangqun.kiosk.enrolment;

import cn.dangqun.kiosk.sync.EnrolmentDesk;
/// What the screen of a kiosk that the street does not know shows.

sealed interface EnrolmentState {
    /// Whether staff mean it, before a kiosk that was enrolled is enrolled anew.
    record Confirming() implements EnrolmentState {}

    record Entering(String code, Remark remark) implements EnrolmentState {}

    record Asking(String code) implements EnrolmentState {}

    record Enrolled(String kioskId) implements EnrolmentState {}

    /// What happened at the last try.
    sealed interface Remark {
        record None() implements Remark {}

        record Refused(EnrolmentDesk.Reason reason) implements Remark {}

        record Unreachable() implements Remark {}

        /// What was scanned is no enrolment code.
        record OtherCode() implements Remark {}
    }
}
