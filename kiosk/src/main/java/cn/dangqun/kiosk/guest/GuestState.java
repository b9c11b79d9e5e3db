package cn.dangqun.kiosk.guest;

import cn.dangqun.domain.attendance.GuestKind;
import cn.dangqun.kiosk.guest.GuestSheet.Guest;
import cn.dangqun.kiosk.guest.GuestSheet.Known;
import cn.dangqun.protocol.Signature;
import java.util.List;

/// What stands on the page of 来宾登记.
sealed interface GuestState {
    /// No name is left.
    record Shut() implements GuestState {}

    record Reading() implements GuestState {}

    record Unreadable() implements GuestState {}

    /// Who is here; `said` is what was done last.
    record Listed(GuestSheet sheet, Said said) implements GuestState {}

    /// Those of the kind whose names fit the letters.
    record Finding(GuestSheet sheet, GuestKind kind, String letters, List<Known> found) implements GuestState {
        public Finding {
            found = List.copyOf(found);
        }
    }

    /// The guest writes.
    record Writing(GuestSheet sheet, GuestKind kind) implements GuestState {}

    /// Why so: of whom is asked.
    record Why(GuestSheet sheet, Whom whom) implements GuestState {}

    /// Who is to be registered, or taken back.
    sealed interface Whom {
        record Listed(Known known) implements Whom {}

        record Unlisted(GuestKind kind, Signature name, Signature belongs) implements Whom {
            @Override
            public String toString() {
                return "Unlisted[" + kind + "]";
            }
        }

        record Mistaken(Guest guest) implements Whom {}
    }

    enum Said {
        NOTHING,
        /// Whom the street lists: nobody need say who it is
        ADMITTED,
        REGISTERED,
        WITHDRAWN,
        OVERTAKEN,
        NOT_SAVED
    }
}
