package cn.dangqun.simulation.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/// Requests as their people and staff know them: what was filed, what was done about it, and how it was rated. For one
/// thread.
public final class Register {
    private static final String FILED = "已登记";

    private final List<Entry> entries = new ArrayList<>();

    /// Something to be done: `line` is what the page says of it; `stage` and `answers` how the request stands then and
    /// who
    /// answers for it, where it changes that.
    public record Done(String line, Optional<String> stage, Optional<String> answers) {}

    /// One request, filed at `kiosk`.
    public static final class Entry {
        private final int kiosk;
        private final List<Deed> deeds = new ArrayList<>();
        private final List<Rating> ratings = new ArrayList<>();
        private Optional<String> id = Optional.empty();
        private String responder = "";
        private Is filed = Is.PERHAPS;

        private Entry(int kiosk) {
            this.kiosk = kiosk;
        }

        /// `by` is who answers for it at first.
        public void filed(String as, String by) {
            id = Optional.of(as);
            responder = by;
            filed = Is.YES;
        }

        public void refused() {
            filed = Is.NO;
        }

        public Is filed() {
            return filed;
        }

        public int kiosk() {
            return kiosk;
        }

        /// Empty while nobody was told.
        public Optional<String> id() {
            return id;
        }

        public Deed begin(int at, Done done) {
            var deed = new Deed(at, done);
            deeds.add(deed);
            return deed;
        }

        public Rating rate(int at, int stars) {
            var rating = new Rating(at, stars);
            ratings.add(rating);
            return rating;
        }

        private void lost(int disk) {
            if (kiosk == disk) {
                filed = filed.lost();
            }
            deeds.stream().filter(each -> each.kiosk == disk).forEach(each -> each.is = each.is.lost());
            ratings.stream().filter(each -> each.kiosk == disk).forEach(each -> each.is = each.is.lost());
        }

        /// Everything was done at the kiosk that filed it, one after another, and everybody was told.
        private boolean isPlain() {
            return filed == Is.YES && deeds.stream().allMatch(each -> each.kiosk == kiosk && each.is != Is.PERHAPS);
        }

        /// What the last deed says that says something of it.
        private String last(Function<Done, Optional<String>> what, String atFirst) {
            return deeds.stream()
                    .filter(each -> each.is == Is.YES)
                    .flatMap(each -> what.apply(each.done).stream())
                    .reduce(atFirst, (before, after) -> after);
        }

        /// What the page of it says otherwise, with all that is done about it line by line. `calm`: no clock was wrong.
        public List<String> differs(Pages.Request page, boolean calm) {
            var wrong = new ArrayList<String>();
            var missing = new ArrayList<String>();
            var invented = new ArrayList<>(page.lines());
            for (var deed : deeds) {
                boolean there = invented.remove(deed.done.line);
                if (deed.is == Is.YES && !there) {
                    missing.add(deed.done.line);
                }
            }
            missing.forEach(line -> wrong.add("was recorded «" + line + "», and its page does not say so"));
            invented.forEach(line -> wrong.add("its page says more often than it was recorded «" + line + "»"));
            if (calm && isPlain()) {
                var must = last(Done::stage, FILED) + ", with " + last(Done::answers, responder);
                var is = page.stage() + ", with " + page.answers();
                if (!must.equals(is)) {
                    wrong.add("is " + must + ", and its page says " + is);
                }
            }
            rated(page.stars()).ifPresent(wrong::add);
            return wrong;
        }

        private Optional<String> rated(OptionalInt stars) {
            boolean must = ratings.stream().anyMatch(each -> each.is == Is.YES);
            boolean may = stars.isEmpty()
                    || ratings.stream().anyMatch(each -> each.is != Is.NO && each.stars == stars.getAsInt());
            if (may && (stars.isPresent() || !must)) {
                return Optional.empty();
            }
            return Optional.of(
                    "was rated with " + ratings.stream().map(each -> each.stars).toList() + " stars, and its page says "
                            + (stars.isPresent() ? stars.getAsInt() : "none"));
        }
    }

    /// Something done about a request, perhaps.
    public static final class Deed {
        private final int kiosk;
        private final Done done;
        private Is is = Is.PERHAPS;

        private Deed(int kiosk, Done done) {
            this.kiosk = kiosk;
            this.done = done;
        }

        /// Somebody read whether it was.
        public void ended(boolean done) {
            is = done ? Is.YES : Is.NO;
        }
    }

    /// What somebody said of how they were served, perhaps.
    public static final class Rating {
        private final int kiosk;
        private final int stars;
        private Is is = Is.PERHAPS;

        private Rating(int kiosk, int stars) {
            this.kiosk = kiosk;
            this.stars = stars;
        }

        public void ended(boolean done) {
            is = done ? Is.YES : Is.NO;
        }
    }

    public Entry begin(int kiosk) {
        var entry = new Entry(kiosk);
        entries.add(entry);
        return entry;
    }

    /// Whatever was written there up to now may be gone.
    public void lost(int kiosk) {
        entries.forEach(each -> each.lost(kiosk));
    }

    public List<Entry> all() {
        return entries;
    }

    /// What a list of requests, by their ids, says otherwise. `calm`: no clock was wrong, and all are of this year.
    public List<String> differs(List<String> listed, boolean calm) {
        var wrong = new ArrayList<String>();
        var unknown = new ArrayList<>(listed);
        for (var entry : entries) {
            boolean there = entry.id.filter(unknown::remove).isPresent();
            if (calm && entry.filed == Is.YES && !there) {
                wrong.add("a request filed at " + Plain.kiosk(entry.kiosk) + " is not on 诉求与走访");
            }
        }
        long perhaps = entries.stream()
                .filter(each -> each.filed == Is.PERHAPS && each.id.isEmpty())
                .count();
        if (unknown.size() > perhaps) {
            wrong.add("诉求与走访 has " + listed.size() + " requests, and at most "
                    + (listed.size() - unknown.size() + perhaps) + " were filed");
        }
        return wrong;
    }
}
