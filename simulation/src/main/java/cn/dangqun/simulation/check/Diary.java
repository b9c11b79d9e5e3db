package cn.dangqun.simulation.check;

import cn.dangqun.domain.queue.AppointmentId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Appointments as their people know them: what they were told, and what may have come of it. For one thread.
public final class Diary {
    private final List<Entry> entries = new ArrayList<>();

    /// One appointment, for the time `at` of the day with the id `plan`, at the kiosk where it was made.
    public static final class Entry {
        private final int kiosk;
        private final String plan;
        private final LocalTime at;
        private Optional<AppointmentId> id = Optional.empty();
        private Optional<LocalDate> day = Optional.empty();
        private Is made = Is.PERHAPS;
        private Is cancelled = Is.NO;
        private Is came = Is.NO;

        private Entry(int kiosk, String plan, LocalTime at) {
            this.kiosk = kiosk;
            this.plan = plan;
            this.at = at;
        }

        public void made(AppointmentId as, LocalDate on) {
            id = Optional.of(as);
            day = Optional.of(on);
            made = Is.YES;
        }

        public void refused() {
            made = Is.NO;
        }

        /// Never less than it was.
        public void cancelled(Is how) {
            cancelled = how.compareTo(cancelled) > 0 ? how : cancelled;
        }

        public void came(Is how) {
            came = how.compareTo(came) > 0 ? how : came;
        }

        public Is came() {
            return came;
        }

        public Is made() {
            return made;
        }

        public Optional<AppointmentId> id() {
            return id;
        }

        private void lose() {
            made = made.lost();
            cancelled = cancelled.lost();
            came = came.lost();
        }

        private boolean sharesPlaceWith(Entry other) {
            return kiosk == other.kiosk && plan.equals(other.plan) && at.equals(other.at);
        }

        private boolean mustStand() {
            return made == Is.YES && (cancelled == Is.NO || came == Is.YES);
        }

        private boolean mayStand() {
            return made != Is.NO && (cancelled != Is.YES || came != Is.NO);
        }
    }

    public Entry begin(int kiosk, String plan, LocalTime at) {
        var entry = new Entry(kiosk, plan, at);
        entries.add(entry);
        return entry;
    }

    /// How many certainly hold a place of the same time.
    public long sharing(Entry entry) {
        return entries.stream()
                .filter(each -> each.sharesPlaceWith(entry) && each.mustStand())
                .count();
    }

    /// Whatever was written there up to now may be gone.
    public void lost(int kiosk) {
        entries.stream().filter(each -> each.kiosk == kiosk).forEach(Entry::lose);
    }

    /// Those of a day that were certainly made at a kiosk.
    public List<Entry> of(int kiosk, LocalDate day) {
        return entries.stream()
                .filter(each -> each.kiosk == kiosk
                        && each.made == Is.YES
                        && each.day.filter(day::equals).isPresent())
                .toList();
    }

    /// What the page of a day, which says that so many have made one and so many came, says otherwise.
    public Optional<String> differs(String plan, int saysMade, int saysCame) {
        var ofDay = entries.stream().filter(each -> each.plan.equals(plan)).toList();
        var made = new Range(
                ofDay.stream().filter(Entry::mustStand).count(),
                ofDay.stream().filter(Entry::mayStand).count());
        var come = new Range(
                ofDay.stream()
                        .filter(each -> each.made == Is.YES && each.came == Is.YES)
                        .count(),
                ofDay.stream()
                        .filter(each -> each.made != Is.NO && each.came != Is.NO)
                        .count());
        return made.holds(saysMade) && come.holds(saysCame)
                ? Optional.empty()
                : Optional.of("people have made " + made + " appointments and came for " + come + ", and 预约和接访时间 says "
                        + saysMade + " and " + saysCame);
    }

    private record Range(long least, long most) {
        boolean holds(long number) {
            return least <= number && number <= most;
        }

        @Override
        public String toString() {
            return least == most ? String.valueOf(least) : least + " to " + most;
        }
    }
}
