package cn.dangqun.server.trail;

import cn.dangqun.domain.member.PersonName;
import cn.dangqun.server.accounts.Audit.Action;
import cn.dangqun.server.text.Texts;
import cn.dangqun.server.text.Times;
import cn.dangqun.server.trail.TrailModel.Choice;
import cn.dangqun.server.trail.TrailModel.Filter;
import cn.dangqun.server.trail.TrailModel.Row;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Puts deeds into words. People are named by their login or id; names of people on duty are masked.
record TrailPage(Texts texts, Times times) {
    private static final Set<String> FAILURES = Set.of(
            Action.SIGN_IN_FAILED.name(),
            Action.SIGN_IN_LOCKED.name(),
            Action.SIGN_INS_TURNED_AWAY.name(),
            Action.SECOND_FACTOR_FAILED.name(),
            Action.WALL_REFUSED.name());

    TrailModel write(TrailReader reader, Question question) {
        int found = reader.count(question);
        int reachable = Math.min(found, TrailReader.MOST);
        int last = Math.max(1, (reachable + TrailReader.PER_PAGE - 1) / TrailReader.PER_PAGE);
        var asked = question.at(Math.min(question.page(), last));
        return new TrailModel(
                new Filter(
                        people(reader, asked),
                        actions(asked),
                        asked.subject(),
                        asked.day().map(LocalDate::toString).orElse(""),
                        asked.oldestFirst()),
                found > TrailReader.MOST
                        ? texts.get("trail.page.foundMany", TrailReader.MOST)
                        : texts.get("trail.page.found", found),
                last == 1 ? "" : texts.get("trail.page.pages", asked.page(), last),
                asked.page() > 1 ? asked.at(asked.page() - 1).address(TrailRoutes.PAGE) : "",
                asked.page() < last ? asked.at(asked.page() + 1).address(TrailRoutes.PAGE) : "",
                asked.isFiltered(),
                reader.page(asked).stream().map(this::row).toList());
    }

    private static List<Choice> people(TrailReader reader, Question question) {
        // whoever is asked for stands there, also with nothing to show
        return Stream.concat(
                        reader.people().stream(), Stream.of(question.person()).filter(each -> !each.isEmpty()))
                .distinct()
                .map(each -> new Choice(each, each, each.equals(question.person())))
                .toList();
    }

    private List<Choice> actions(Question question) {
        return Stream.concat(Arrays.stream(Action.values()).map(Action::name), Stream.of(Question.UNLOCKED))
                .map(each -> new Choice(each, what(each), each.equals(question.action())))
                .toList();
    }

    private Row row(TrailReader.Entry entry) {
        return new Row(
                times.date(entry.at()),
                times.precise(entry.at()),
                person(entry),
                entry.isUnlock() && !entry.name().isEmpty() ? new PersonName(entry.name()).masked() : entry.name(),
                what(entry.action()),
                FAILURES.contains(entry.action()),
                entry.subject(),
                entry.place());
    }

    /// Whoever chose a PIN stood at the kiosk, and has no account.
    private String person(TrailReader.Entry entry) {
        if (!entry.person().isEmpty()) {
            return entry.person();
        }
        return texts.get(
                entry.action().equals(Action.STAFF_PIN_CHOSEN.name()) ? "trail.row.atKiosk" : "trail.row.noAccount");
    }

    /// A deed that a newer server recorded stays as it is written.
    private String what(String action) {
        if (action.equals(Question.UNLOCKED)) {
            return texts.get("trail.action.staffUnlocked");
        }
        return Arrays.stream(Action.values())
                .filter(each -> each.name().equals(action))
                .findFirst()
                .map(this::words)
                .orElse(action);
    }

    private String words(Action action) {
        return switch (action) {
            case SIGNED_IN -> texts.get("trail.action.signedIn");
            case SIGN_IN_FAILED -> texts.get("trail.action.signInFailed");
            case SIGN_IN_LOCKED -> texts.get("trail.action.signInLocked");
            case SIGN_INS_TURNED_AWAY -> texts.get("trail.action.signInsTurnedAway");
            case SIGNED_OUT -> texts.get("trail.action.signedOut");
            case PASSWORD_CHANGED -> texts.get("trail.action.passwordChanged");
            case SECOND_FACTOR_FAILED -> texts.get("trail.action.secondFactorFailed");
            case SESSIONS_ENDED -> texts.get("trail.action.sessionsEnded");
            case SECOND_FACTOR_SET -> texts.get("trail.action.secondFactorSet");
            case SECOND_FACTOR_REMOVED -> texts.get("trail.action.secondFactorRemoved");
            case RECOVERY_CODE_USED -> texts.get("trail.action.recoveryCodeUsed");
            case DATA_TOKEN_GIVEN -> texts.get("trail.action.dataTokenGiven");
            case DATA_TOKEN_WITHDRAWN -> texts.get("trail.action.dataTokenWithdrawn");
            case DATA_READ -> texts.get("trail.action.dataRead");
            case ACCOUNT_INVITED -> texts.get("trail.action.accountInvited");
            case PASSWORD_LINK_GIVEN -> texts.get("trail.action.passwordLinkGiven");
            case INVITATION_WITHDRAWN -> texts.get("trail.action.invitationWithdrawn");
            case ACCOUNT_CREATED -> texts.get("trail.action.accountCreated");
            case ACCOUNT_ROLE_CHANGED -> texts.get("trail.action.accountRoleChanged");
            case ACCOUNT_DISABLED -> texts.get("trail.action.accountDisabled");
            case ACCOUNT_ENABLED -> texts.get("trail.action.accountEnabled");
            case ACCOUNT_RECOVERED -> texts.get("trail.action.accountRecovered");
            case FIRST_PASSWORD_GIVEN -> texts.get("trail.action.firstPasswordGiven");
            case ATTENDANCE_EXPORTED -> texts.get("trail.action.attendanceExported");
            case HOURS_EXPORTED -> texts.get("trail.action.hoursExported");
            case HOURS_NAMES_EXPORTED -> texts.get("trail.action.hoursNamesExported");
            case STUDY_NOTED -> texts.get("trail.action.studyNoted");
            case STUDY_TAKEN_BACK -> texts.get("trail.action.studyTakenBack");
            case FEES_SHOWN -> texts.get("trail.action.feesShown");
            case FEES_EXPORTED -> texts.get("trail.action.feesExported");
            case FEES_PRINTED -> texts.get("trail.action.feesPrinted");
            case FEE_FIXED -> texts.get("trail.action.feeFixed");
            case FEE_ENTERED -> texts.get("trail.action.feeEntered");
            case FEE_TAKEN_BACK -> texts.get("trail.action.feeTakenBack");
            case FEE_RELIEF_ASKED -> texts.get("trail.action.feeReliefAsked");
            case FEE_RELIEF_GRANTED -> texts.get("trail.action.feeReliefGranted");
            case FEE_RELIEF_REFUSED -> texts.get("trail.action.feeReliefRefused");
            case TURNOUT_EXPORTED -> texts.get("trail.action.turnoutExported");
            case ABSENCES_SHOWN -> texts.get("trail.action.absencesShown");
            case FULL_NAMES_SHOWN -> texts.get("trail.action.fullNamesShown");
            case ENROLMENT_CODE_CREATED -> texts.get("trail.action.enrolmentCodeCreated");
            case ENROLMENT_CODE_WITHDRAWN -> texts.get("trail.action.enrolmentCodeWithdrawn");
            case ORGANIZATION_ENTERED -> texts.get("trail.action.organizationEntered");
            case ORGANIZATION_CHANGED -> texts.get("trail.action.organizationChanged");
            case ORGANIZATION_REMOVED -> texts.get("trail.action.organizationRemoved");
            case ORGANIZATION_RULED -> texts.get("trail.action.organizationRuled");
            case MEMBER_SHOWN -> texts.get("trail.action.memberShown");
            case MEMBER_ENTERED -> texts.get("trail.action.memberEntered");
            case MEMBER_CHANGED -> texts.get("trail.action.memberChanged");
            case MEMBER_LEFT -> texts.get("trail.action.memberLeft");
            case EXEMPTION_ASKED -> texts.get("trail.action.exemptionAsked");
            case EXEMPTION_GRANTED -> texts.get("trail.action.exemptionGranted");
            case EXEMPTION_REFUSED -> texts.get("trail.action.exemptionRefused");
            case EXEMPTION_ENDED -> texts.get("trail.action.exemptionEnded");
            case CARD_RETIRED -> texts.get("trail.action.cardRetired");
            case ROSTER_EXPORTED -> texts.get("trail.action.rosterExported");
            case ROSTER_EXPORTED_MASKED -> texts.get("trail.action.rosterExportedMasked");
            case ROSTER_BROUGHT -> texts.get("trail.action.rosterBrought");
            case ROSTER_PROBLEMS_TAKEN -> texts.get("trail.action.rosterProblemsTaken");
            case ROSTER_APPLIED -> texts.get("trail.action.rosterApplied");
            case ROSTER_GIVEN_UP -> texts.get("trail.action.rosterGivenUp");
            case SITE_ENTERED -> texts.get("trail.action.siteEntered");
            case SITE_CHANGED -> texts.get("trail.action.siteChanged");
            case SITE_SERVES_CHANGED -> texts.get("trail.action.siteServesChanged");
            case SERVICE_ENTERED -> texts.get("trail.action.serviceEntered");
            case SERVICE_CHANGED -> texts.get("trail.action.serviceChanged");
            case SERVICE_REMOVED -> texts.get("trail.action.serviceRemoved");
            case SERVICES_BROUGHT -> texts.get("trail.action.servicesBrought");
            case WINDOWS_CHANGED -> texts.get("trail.action.windowsChanged");
            case WINDOWS_CLOSED -> texts.get("trail.action.windowsClosed");
            case CALENDAR_CHANGED -> texts.get("trail.action.calendarChanged");
            case APPOINTMENTS_CHANGED -> texts.get("trail.action.appointmentsChanged");
            case ROTA_CHANGED -> texts.get("trail.action.rotaChanged");
            case STAFF_ENTERED -> texts.get("trail.action.staffEntered");
            case STAFF_CHANGED -> texts.get("trail.action.staffChanged");
            case STAFF_PIN_CHOSEN -> texts.get("trail.action.staffPinChosen");
            case STAFF_PIN_DRAWN -> texts.get("trail.action.staffPinDrawn");
            case STAFF_PHOTO_SHOWN -> texts.get("trail.action.staffPhotoShown");
            case STAFF_PHOTO_REMOVED -> texts.get("trail.action.staffPhotoRemoved");
            case STAFF_REMOVED -> texts.get("trail.action.staffRemoved");
            case ACTIVITY_PLANNED -> texts.get("trail.action.activityPlanned");
            case NOTICE_SHOWN -> texts.get("trail.action.noticeShown");
            case NOTICE_GIVEN -> texts.get("trail.action.noticeGiven");
            case ATTENDANCE_PICTURE_SHOWN -> texts.get("trail.action.attendancePicture");
            case MINUTES_SHOWN -> texts.get("trail.action.minutesShown");
            case MINUTES_SAVED -> texts.get("trail.action.minutesSaved");
            case MINUTES_PAGE_ADDED -> texts.get("trail.action.minutesPageAdded");
            case TASKS_SHOWN -> texts.get("trail.action.tasksShown");
            case REQUEST_FILED -> texts.get("trail.action.requestFiled");
            case REQUEST_ADVANCED -> texts.get("trail.action.requestAdvanced");
            case REQUEST_OPENED -> texts.get("trail.action.requestOpened");
            case HOUSEHOLD_PAIRED -> texts.get("trail.action.householdPaired");
            case HOUSEHOLD_ENDED -> texts.get("trail.action.householdEnded");
            case HOUSEHOLD_OPENED -> texts.get("trail.action.householdOpened");
            case DIARY_OPENED -> texts.get("trail.action.diaryOpened");
            case TASK_SET -> texts.get("trail.action.taskSet");
            case TASK_DONE -> texts.get("trail.action.taskDone");
            case ACTIVITY_CHANGED -> texts.get("trail.action.activityChanged");
            case ACTIVITY_CANCELLED -> texts.get("trail.action.activityCancelled");
            case RESCHEDULE_ASKED -> texts.get("trail.action.rescheduleAsked");
            case RESCHEDULE_GRANTED -> texts.get("trail.action.rescheduleGranted");
            case RESCHEDULE_REFUSED -> texts.get("trail.action.rescheduleRefused");
            case CODES_ISSUED -> texts.get("trail.action.codesIssued");
            case CODES_PRINTED -> texts.get("trail.action.codesPrinted");
            case CODE_SHEET_SHOWN -> texts.get("trail.action.codeSheetShown");
            case CODE_REVOKED -> texts.get("trail.action.codeRevoked");
            case STREET_KEY_PUBLISHED -> texts.get("trail.action.streetKeyPublished");
            case STREET_KEY_ROTATED -> texts.get("trail.action.streetKeyRotated");
            case KIOSK_MOVED -> texts.get("trail.action.kioskMoved");
            case KIOSK_RENAMED -> texts.get("trail.action.kioskRenamed");
            case KIOSK_QUEUE_SET -> texts.get("trail.action.kioskQueueSet");
            case KIOSK_WINDOW_SET -> texts.get("trail.action.kioskWindowSet");
            case KIOSK_SOUND_SET -> texts.get("trail.action.kioskSoundSet");
            case KIOSK_SOUND_REMOVED -> texts.get("trail.action.kioskSoundRemoved");
            case KIOSK_REVOKED -> texts.get("trail.action.kioskRevoked");
            case CARD_SECRET_RENEWED -> texts.get("trail.action.cardSecretRenewed");
            case LEDGER_RESTART_ALLOWED -> texts.get("trail.action.ledgerRestartAllowed");
            case LATE_DELIVERY_ALLOWED -> texts.get("trail.action.lateDeliveryAllowed");
            case KIOSK_FACTS_LOST -> texts.get("trail.action.kioskFactsLost");
            case CARRYING_ALLOWED -> texts.get("trail.action.carryingAllowed");
            case RECORD_SETTLED -> texts.get("trail.action.recordSettled");
            case ITEM_DECIDED -> texts.get("trail.action.itemDecided");
            case BOOK_EXPORTED -> texts.get("trail.action.bookExported");
            case BOOK_NAMES_EXPORTED -> texts.get("trail.action.bookNamesExported");
            case BOOK_PRINTED -> texts.get("trail.action.bookPrinted");
            case BOOK_NAMES_PRINTED -> texts.get("trail.action.bookNamesPrinted");
            case BOOKS_EXPORTED -> texts.get("trail.action.booksExported");
            case BOOKS_CLOSED -> texts.get("trail.action.booksClosed");
            case BOOKS_FILED -> texts.get("trail.action.booksFiled");
            case BOOKS_REOPENED -> texts.get("trail.action.booksReopened");
            case MONTH_LOCKED -> texts.get("trail.action.monthLocked");
            case REPORT_EXPORTED -> texts.get("trail.action.reportExported");
            case REPORT_CHECKED -> texts.get("trail.action.reportChecked");
            case REPORT_SENT -> texts.get("trail.action.reportSent");
            case REPORT_NOTED -> texts.get("trail.action.reportNoted");
            case REPORT_TAKEN_BACK -> texts.get("trail.action.reportTakenBack");
            case INSPECTION_NOTED -> texts.get("trail.action.inspectionNoted");
            case MONTH_OPENED -> texts.get("trail.action.monthOpened");
            case ITEM_REOPENED -> texts.get("trail.action.itemReopened");
            case WALL_WRITTEN -> texts.get("trail.action.wallWritten");
            case WALL_SUBMITTED -> texts.get("trail.action.wallSubmitted");
            case WALL_RETURNED -> texts.get("trail.action.wallReturned");
            case WALL_APPROVED -> texts.get("trail.action.wallApproved");
            case WALL_PUBLISHED -> texts.get("trail.action.wallPublished");
            case WALL_WITHDRAWN -> texts.get("trail.action.wallWithdrawn");
            case WALL_FILED -> texts.get("trail.action.wallFiled");
            case WALL_REFUSED -> texts.get("trail.action.wallRefused");
        };
    }
}
