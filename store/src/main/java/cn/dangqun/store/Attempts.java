package cn.dangqun.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How many failures in a row, and until when nobody may try (F-80). Count an attempt as failed, durably, before it is
/// judged, so that neither a hundred at once nor pulling the plug gains anything.
public record Attempts(int failures, Optional<Instant> until) {
    public static final Attempts NONE = new Attempts(0, Optional.empty());

    /// From the failure number `free` on follow `pauses`, the last of them for all further ones.
    public record Pauses(int free, List<Duration> pauses) {
        public Pauses {
            pauses = List.copyOf(pauses);
            if (free < 1 || pauses.isEmpty()) {
                throw new IllegalArgumentException("somebody may always try once, and pauses end");
            }
        }

        /// Empty while the failures are free.
        Optional<Duration> after(int failures) {
            return failures < free
                    ? Optional.empty()
                    : Optional.of(pauses.get(Math.min(failures - free, pauses.size() - 1)));
        }
    }

    public boolean isPausedAt(Instant now) {
        return until.filter(now::isBefore).isPresent();
    }

    public Attempts afterFailure(Instant now, Pauses pauses) {
        return new Attempts(failures + 1, pauses.after(failures + 1).map(now::plus));
    }

    /// Tries left before a pause, including none.
    public int left(Pauses pauses) {
        return Math.max(0, pauses.free() - failures);
    }
}
