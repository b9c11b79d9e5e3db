package cn.dangqun.server.accounts;

import cn.dangqun.server.db.Database;
import cn.dangqun.server.web.Auditable;
import cn.dangqun.server.web.Recorder;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/// The record of what people did on the console. Written in the same transaction as the deed.
public final class Audit {
    private Audit() {}

    public enum Action implements Auditable {
        SIGNED_IN,
        SIGN_IN_FAILED,
        SIGN_IN_LOCKED,
        /// So many at once that nobody looked at them; the subject is how many
        SIGN_INS_TURNED_AWAY,
        SIGNED_OUT,
        SECOND_FACTOR_FAILED,
        PASSWORD_CHANGED,
        SESSIONS_ENDED,
        SECOND_FACTOR_SET,
        SECOND_FACTOR_REMOVED,
        RECOVERY_CODE_USED,
        /// Another system may read; the subject is its token's id, as it stands in the record
        DATA_TOKEN_GIVEN,
        DATA_TOKEN_WITHDRAWN,
        /// Another system read something for the first time that day; the subject is the route
        DATA_READ,
        ACCOUNT_INVITED,
        PASSWORD_LINK_GIVEN,
        INVITATION_WITHDRAWN,
        ACCOUNT_CREATED,
        ACCOUNT_ROLE_CHANGED,
        ACCOUNT_DISABLED,
        ACCOUNT_ENABLED,
        ACCOUNT_RECOVERED,
        FIRST_PASSWORD_GIVEN,
        FULL_NAMES_SHOWN,
        ATTENDANCE_EXPORTED,
        TURNOUT_EXPORTED,
        ABSENCES_SHOWN,
        HOURS_EXPORTED,
        HOURS_NAMES_EXPORTED,
        STUDY_NOTED,
        STUDY_TAKEN_BACK,
        FEES_SHOWN,
        FEES_EXPORTED,
        FEES_PRINTED,
        FEE_FIXED,
        FEE_ENTERED,
        FEE_TAKEN_BACK,
        FEE_RELIEF_ASKED,
        FEE_RELIEF_GRANTED,
        FEE_RELIEF_REFUSED,
        ENROLMENT_CODE_CREATED,
        ENROLMENT_CODE_WITHDRAWN,
        CODES_ISSUED,
        CODES_PRINTED,
        CODE_SHEET_SHOWN,
        CODE_REVOKED,
        STREET_KEY_PUBLISHED,
        STREET_KEY_ROTATED,
        KIOSK_RENAMED,
        KIOSK_MOVED,
        KIOSK_REVOKED,
        KIOSK_WINDOW_SET,
        KIOSK_QUEUE_SET,
        KIOSK_SOUND_SET,
        KIOSK_SOUND_REMOVED,
        CARD_SECRET_RENEWED,
        LEDGER_RESTART_ALLOWED,
        LATE_DELIVERY_ALLOWED,
        KIOSK_FACTS_LOST,
        CARRYING_ALLOWED,
        RECORD_SETTLED,
        ITEM_DECIDED,
        ITEM_REOPENED,
        MONTH_LOCKED,
        MONTH_OPENED,
        BOOK_EXPORTED,
        BOOK_NAMES_EXPORTED,
        BOOK_PRINTED,
        BOOK_NAMES_PRINTED,
        BOOKS_EXPORTED,
        BOOKS_CLOSED,
        BOOKS_FILED,
        BOOKS_REOPENED,
        REPORT_EXPORTED,
        REPORT_CHECKED,
        REPORT_SENT,
        REPORT_NOTED,
        REPORT_TAKEN_BACK,
        INSPECTION_NOTED,
        ORGANIZATION_ENTERED,
        ORGANIZATION_CHANGED,
        ORGANIZATION_REMOVED,
        ORGANIZATION_RULED,
        MEMBER_SHOWN,
        MEMBER_ENTERED,
        MEMBER_CHANGED,
        MEMBER_LEFT,
        EXEMPTION_ASKED,
        EXEMPTION_GRANTED,
        EXEMPTION_REFUSED,
        EXEMPTION_ENDED,
        CARD_RETIRED,
        ROSTER_EXPORTED,
        ROSTER_EXPORTED_MASKED,
        ROSTER_BROUGHT,
        ROSTER_PROBLEMS_TAKEN,
        ROSTER_APPLIED,
        ROSTER_GIVEN_UP,
        SITE_ENTERED,
        SITE_CHANGED,
        SITE_SERVES_CHANGED,
        SERVICE_ENTERED,
        SERVICE_CHANGED,
        SERVICE_REMOVED,
        SERVICES_BROUGHT,
        WINDOWS_CHANGED,
        WINDOWS_CLOSED,
        CALENDAR_CHANGED,
        APPOINTMENTS_CHANGED,
        ROTA_CHANGED,
        STAFF_ENTERED,
        STAFF_CHANGED,
        STAFF_PIN_DRAWN,
        STAFF_PIN_CHOSEN,
        STAFF_PHOTO_SHOWN,
        STAFF_PHOTO_REMOVED,
        STAFF_REMOVED,
        ACTIVITY_PLANNED,
        ACTIVITY_CHANGED,
        ACTIVITY_CANCELLED,
        RESCHEDULE_ASKED,
        RESCHEDULE_GRANTED,
        RESCHEDULE_REFUSED,
        NOTICE_SHOWN,
        NOTICE_GIVEN,
        ATTENDANCE_PICTURE_SHOWN,
        MINUTES_SHOWN,
        MINUTES_SAVED,
        MINUTES_PAGE_ADDED,
        TASKS_SHOWN,
        REQUEST_FILED,
        REQUEST_ADVANCED,
        /// Who asked, and what was said
        REQUEST_OPENED,
        HOUSEHOLD_PAIRED,
        HOUSEHOLD_ENDED,
        /// Who they are
        HOUSEHOLD_OPENED,
        /// What one person heard and saw
        DIARY_OPENED,
        TASK_SET,
        TASK_DONE,
        WALL_WRITTEN,
        WALL_SUBMITTED,
        WALL_RETURNED,
        WALL_APPROVED,
        WALL_PUBLISHED,
        WALL_WITHDRAWN,
        WALL_FILED,
        /// A step towards the wall that the rules forbid
        WALL_REFUSED
    }

    /// Looks are recorded by what admits people to pages; each is a commit of its own.
    public static Recorder recorder(Database database, Clock clock) {
        return (visit, action, subject) -> database.write((handle, changes) -> {
            Actor.of(visit).note(handle, clock.instant(), action, subject);
            return action;
        });
    }

    /// `login` is empty when no such account exists: what was typed is not kept. `subject` is an id, never a name.
    public static void note(
            Handle handle, Instant at, Optional<String> login, Auditable action, String subject, String remote) {
        handle.createUpdate("""
                        INSERT INTO audit_entry (id, at, login, action, subject, remote)
                        VALUES (:id, :at, :login, :action, :subject, :remote)""")
                .bind("id", UUID.randomUUID().toString())
                .bind("at", at.toEpochMilli())
                .bind("login", login.orElse(null))
                .bind("action", action.name())
                .bind("subject", subject)
                .bind("remote", remote)
                .execute();
    }
}
